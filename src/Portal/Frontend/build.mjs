import { build } from "esbuild";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const out = process.argv[2] ?? "../wwwroot/dist";
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: { site: "src/site.js", style: "src/style.css" },
  outdir: out,
  bundle: true,
  format: "esm",
  minify: true,
  target: ["chrome115", "firefox115", "safari17"],
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  logLevel: "warning",
});
// last, so that a build that broke half-way is done again
await writeFile(join(out, "build.stamp"), "");
