import { listed } from "@/components/explorer/number-words";
import { formatNumber } from "@/components/fields/format-number";
import type { SourceKind } from "@/lib/registry/facts";
import type { SourceQuery, SourceRow } from "./source-rows";

/** The kinds that a reader asks for first, as they stand in a sentence: of one and of several. */
const KINDS_TOLD = [
  ["news", "is news", "are news"],
  ["government", "is the government’s own", "are the government’s own"],
] as const satisfies readonly (readonly [SourceKind, one: string, several: string])[];

const count = (rows: readonly SourceRow[], of: (row: SourceRow) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);

/** One number with its noun: "1 claim", "12 claims". */
export function counted(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** What the list answers: how much rests on the sources chosen, of which kinds they are, and how far they are contradicted. */
export function sourceSummary(
  rows: readonly SourceRow[],
  { q, kind, year }: Pick<SourceQuery, "q" | "kind" | "year">,
): string {
  if (rows.length === 0) return "No source answers this.";
  const narrowed = q !== "" || kind !== null || year !== null;
  const claims = count(rows, (row) => row.claims);
  const shown = count(rows, (row) => row.shown);
  const contested = count(rows, (row) => row.contested);
  const cited = rows.filter((row) => row.claims > 0).length;
  const whole = narrowed
    ? `the ${counted(rows.length, "source")} found`
    : `these ${rows.length} sources`;
  const which = cited === rows.length ? whole : `${cited} of ${whole}`;
  return [
    `${counted(claims, "claim")} rest on ${which}, and ${counted(shown, "value")} show because of them.`,
    kind === null ? `Of the sources, ${kindsInWords(rows)}.` : null,
    contested === 0
      ? "No other claim that counts contradicts any of theirs."
      : `${counted(contested, "claim")} of theirs stand against another that counts.`,
  ]
    .filter((sentence) => sentence !== null)
    .join(" ")
    .replace("1 claim rest on", "1 claim rests on")
    .replace("1 value show because", "1 value shows because")
    .replace("1 claim of theirs stand", "1 claim of theirs stands");
}

/** The kinds of some sources that a reader asks for first: the most frequent, and how many are the government's own. */
function kindsInWords(rows: readonly SourceRow[]): string {
  const parts = KINDS_TOLD.map(([kind, one, several]) => {
    const number = rows.filter(({ source }) => source.kind === kind).length;
    return `${number === 0 ? "none" : number} ${number === 1 ? one : several}`;
  });
  const undated = rows.filter(({ source }) => source.publishedOn === null).length;
  const estimated = rows.filter(({ source }) => source.publishedOnEstimated).length;
  if (estimated > 0) parts.push(`${estimated} ${estimated === 1 ? "is" : "are"} dated by estimate`);
  if (undated > 0) parts.push(`${undated} ${undated === 1 ? "bears" : "bear"} no date`);
  return listed(parts, "and");
}
