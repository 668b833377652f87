import type { SourceKind } from "@/lib/evidence/ledger-records";
import type { SourceQuery, SourceRow } from "../evidence/source-rows";
import { formatNumber } from "./format-number";
import { listed } from "./number-words";

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
  const whole =
    q !== "" || kind !== null || year !== null
      ? `the ${counted(rows.length, "source")} found`
      : `these ${rows.length} sources`;
  const cited = rows.filter((row) => row.claims > 0).length;
  const which = cited === rows.length ? whole : `${cited} of ${whole}`;
  const claims = count(rows, (row) => row.claims);
  const shown = count(rows, (row) => row.shown);
  const contested = count(rows, (row) => row.contested);
  const [them, theirs] = rows.length === 1 ? ["it", "its claims"] : ["them", "theirs"];
  return [
    `${counted(claims, "claim")} ${claims === 1 ? "rests" : "rest"} on ${which}, and ${counted(shown, "value")} ${shown === 1 ? "shows" : "show"} because of ${them}.`,
    ...(kind === null && rows.length > 1 ? [`Of the sources, ${kindsInWords(rows)}.`] : []),
    contested === 0
      ? `No other claim that counts contradicts any of ${theirs}.`
      : `${formatNumber(contested)} of ${theirs} ${contested === 1 ? "stands" : "stand"} against another that counts.`,
  ].join(" ");
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
