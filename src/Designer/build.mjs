import { build } from "esbuild";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const out = process.argv[2] ?? "wwwroot/designer";
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: { designer: "src/designer.ts" },
  outdir: out,
  bundle: true,
  format: "esm",
  minify: true,
  legalComments: "linked",
  target: ["chrome115", "firefox115", "safari17"],
  loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty", ".eot": "empty", ".svg": "empty" },
  assetNames: "[name]",
  logLevel: "warning",
  plugins: [iconsWithoutInlineStyle()],
});
// last, so that a build that broke half-way is done again
await writeFile(join(out, "build.stamp"), "");

/** Our pages allow no inline style. The icons for aligning and distributing carry theirs in style attributes; the same is said in presentation attributes. */
function iconsWithoutInlineStyle() {
  const inAttributes = (style) => style.split(";").filter(Boolean).map((rule) => rule.split(":").map((part) => part.trim())).map(([name, value]) => `${name}="${value}"`).join(" ");
  return {
    name: "icons-without-inline-style",
    setup({ onLoad }) {
      onLoad({ filter: /(Align|Distribute)ElementsIcons\.js$/ }, async ({ path }) => ({
        contents: (await readFile(path, "utf8")).replace(/style="([^"]*)"/g, (_, style) => inAttributes(style)),
        loader: "js",
      }));
    },
  };
}
