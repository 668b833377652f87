/** FSI and PDI of Unicode: what stands between them has its own direction, and that of the text around it is kept. */
export const ISOLATE = ["\u2068", "\u2069"] as const;

/** A text whose parts stay in their order in a text of the other direction, such as "49–86" or a name in Latin script. */
export function isolate(text: string): string {
  return ISOLATE[0] + text + ISOLATE[1];
}

/** A text without the signs that isolate its parts: for what is pasted elsewhere, where they would be part of an address. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/g, "");
}
