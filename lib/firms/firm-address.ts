import { stripAccents } from "../query/search";
import { toSearch } from "../query/search-string";

/** The path of the page about all firms and their ties to China. */
export const FIRMS_PATH = "/firms";

/** A firm's id in addresses: its name in lower case without accents, words joined by hyphens. */
export function getFirmId(name: string): string {
  return stripAccents(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** The address of a firm's page at a moment. */
export function firmPath(id: string, moment = ""): `/firms/${string}` {
  return `${FIRMS_PATH}/${encodeURIComponent(id)}${moment}`;
}

/** The id in an address as it was meant; unchanged where it cannot be decoded. */
export function decodeFirmId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

type Pairs = readonly (readonly [string, string])[];

/**
 * What a page of an earlier edition showed, on the page of firms. The page about dependence showed the ties to China where
 * its address named no country. `id` is the last part of the path, encoded.
 */
export const EARLIER_FIRMS: Readonly<
  Record<"/investors" | "/dependence" | "/investors/[id]", (pairs: Pairs, id: string) => string>
> = {
  "/investors": (pairs) => FIRMS_PATH + toSearch(pairs),
  "/dependence": (pairs) => {
    const isNamed = pairs.some(([name]) => name === "country" || name === "involvement");
    return FIRMS_PATH + toSearch(isNamed ? pairs : [...pairs, ["country", "CN"]]);
  },
  "/investors/[id]": (pairs, id) => `${FIRMS_PATH}/${id}${toSearch(pairs)}`,
};
