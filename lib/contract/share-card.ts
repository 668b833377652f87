/** CSS pixels of a share card: the size that sites ask for. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** The path of the share card of a page, from the page's path and query. */
export function cardPath(address: string): string {
  return `/og${address.replace(/^\/(?=\?|$)/, "")}`;
}
