/** A part of a text. */
export interface Span {
  readonly from: number;
  /** After its last letter. */
  readonly to: number;
}

/** A full stop after these ends no sentence. */
const ABBREVIATED =
  /(?:^|[\s(])(?:rs|pvt|ltd|dr|mr|mrs|ms|m\/s|st|no|nos|col|gen|lt|maj|brig|engr|prof|sr|jr|vs|approx|inc|co|hon|sq|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|\p{L})\.$/iu;
const END = /[.!?۔][”"’')\]]*(?=\s+\S)|\n+/gu;
const NEXT = /^\s+["“‘(]*[\p{Lu}\p{Lo}\d]/u;

/** The sentences of a text, without the spaces around them. A line ends a sentence too. */
export function findSentences(text: string): readonly Span[] {
  const ends = Array.from(text.matchAll(END)).flatMap(({ 0: sign, index }) => {
    const to = index + sign.length;
    if (sign.startsWith("\n")) return [to];
    const isNext = NEXT.test(text.slice(to, to + 20));
    return isNext && !ABBREVIATED.test(text.slice(Math.max(0, index - 12), index + 1)) ? [to] : [];
  });
  return [...ends, text.length].flatMap((end, i) => {
    const start = ends[i - 1] ?? 0;
    const raw = text.slice(start, end);
    const inner = raw.trim();
    if (inner === "") return [];
    const from = start + raw.indexOf(inner);
    return [{ from, to: from + inner.length }];
  });
}
