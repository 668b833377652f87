import { stripAccents } from "../query/search";

/** A firm's id in addresses: its name in lower case without accents, words joined by hyphens. */
export function getFirmId(name: string): string {
  return stripAccents(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** The address of a firm's page at a moment. */
export function firmPath(id: string, moment = ""): `/investors/${string}` {
  return `/investors/${encodeURIComponent(id)}${moment}`;
}
