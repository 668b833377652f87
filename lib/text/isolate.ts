/** FSI and PDI of Unicode: what stands between them has its own direction, and that of the text around it is kept. */
export const ISOLATE = ["\u2068", "\u2069"] as const;

/**
 * Has no width. What is isolated says nothing of the direction of the text around it, so a text of isolated parts alone would run
 * from left to right within another one.
 */
export const RIGHT_TO_LEFT_MARK = "\u200f";

/** A text whose parts stay in their order in a text of the other direction, such as "49–86" or a name in Latin script. */
export function isolate(text: string): string {
  return ISOLATE[0] + text + ISOLATE[1];
}

/** A text without the signs of its direction: for what is pasted elsewhere, where they would be part of an address. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u200f\u2066-\u2069]/g, "");
}
