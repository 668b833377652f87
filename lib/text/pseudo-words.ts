const PLAIN = "aeiouycnszgdlrtAEIOUYCNSZGDLRT";
const ACCENTED = "áéíóúýçñšžğđłřţÁÉÍÓÚÝÇÑŠŽĞĐŁŘŢ";
const ACCENTS = new Map([...PLAIN].map((letter, at) => [letter, ACCENTED[at]]));

/** Other languages need about this much more room than English. */
const GROWTH = 0.35;

/** Plain words with accents, about 35% longer: "Zones" is "Žóñéš~~". A text without letters as it is. */
export function pseudoWords(words: string): string {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const accented = [...words].map((letter) => ACCENTS.get(letter) ?? letter).join("");
  const body = accented.trimEnd();
  return body + "~".repeat(Math.round(letters * GROWTH)) + accented.slice(body.length);
}
