import { stripAccents } from "../query/search";

/** The path of the page about all investors. */
export const INVESTORS_PATH = "/investors";

/** A firm's id in addresses: its name in lower case without accents, words joined by hyphens. */
export function getFirmId(name: string): string {
  return stripAccents(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** The address of a firm's page at a moment. */
export function firmPath(id: string, moment = ""): `/investors/${string}` {
  return `${INVESTORS_PATH}/${encodeURIComponent(id)}${moment}`;
}

/** The id in an address as it was meant; unchanged where it cannot be decoded. */
export function decodeFirmId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
