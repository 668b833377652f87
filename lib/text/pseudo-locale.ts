import { mapMessages, mapTexts } from "./map-messages";

/** Every message of a tree of messages in the test language: words have accents and are about 35% longer. */
export function pseudoMessages<T>(messages: T): T {
  return mapMessages(messages, { words: pseudoWords });
}

/** Plain texts, such as the words of the catalogue, in the test language. */
export function pseudoTexts<T>(texts: T): T {
  return mapTexts(texts, pseudoWords);
}

const PLAIN = "aeiouycnszgdlrtAEIOUYCNSZGDLRT";
const ACCENTED = "áéíóúýçñšžğđłřţÁÉÍÓÚÝÇÑŠŽĞĐŁŘŢ";
const ACCENTS = new Map([...PLAIN].map((letter, at) => [letter, ACCENTED[at]]));

/** Other languages need about this much more room than English. */
const GROWTH = 0.35;

/**
 * Plain text with accents, each word about 35% longer: "Zones" is "Žóñéš~~". The letters that are added
 * follow their word, so that lines break as in another language. A text without letters stays as it is.
 */
export function pseudoWords(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => {
      const letters = word.match(/\p{L}/gu)?.length ?? 0;
      const accented = [...word].map((letter) => ACCENTS.get(letter) ?? letter).join("");
      return accented + "~".repeat(Math.round(letters * GROWTH));
    })
    .join("");
}
