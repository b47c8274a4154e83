/** The written form the page is in. */
export const isNynorsk = document.documentElement.lang === "nn";

/** One of the two written forms. */
export const say = (nb: string, nn: string): string => (isNynorsk ? nn : nb);

export type Words = { readonly nb: string; readonly nn: string };

export const words = (nb: string, nn: string = nb): Words => ({ nb, nn });

export const told = ({ nb, nn }: Words): string => say(nb, nn);

/** «a, b og c» */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} og ${parts[parts.length - 1]}`;
}
