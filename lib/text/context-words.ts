import { CONSTRAINTS } from "@/lib/catalogue/constraints";
import { fieldSpec, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { computeTrace, computeUnknownShare } from "@/lib/context/constraint-trace";
import type { ConstraintFigures } from "@/lib/context/context-figures";
import type { ContextFigure } from "@/lib/evidence/ledger-records";
import { UNKNOWN } from "@/lib/query/filters";
import type { RankedRow } from "@/lib/query/select";
import { formatPartialDate } from "./format-date";
import { formatShare } from "./format-number";
import { asSentence, inWords } from "./number-words";

/** Figures are shown as they are stated, to the last decimal. */
const EXACT = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });
const CURRENCY = /^(USD|PKR) (.+)$/;

/** A figure's value with its unit: "USD 371.57 billion", "10.8%", "44 zones", "2035". */
export function figureWords({ value, unit }: Pick<ContextFigure, "value" | "unit">): string {
  if (unit === "year") return String(value);
  const number = EXACT.format(value);
  if (unit === "percent") return `${number}%`;
  const [, currency, rest] = CURRENCY.exec(unit) ?? [];
  return currency === undefined ? `${number} ${unit}` : `${currency} ${number} ${rest}`;
}

/** A field as it stands alone: "Electricity", "Technology dependence". */
export function fieldTitle(field: ZoneFieldKey): string {
  const { label, group } = fieldSpec(field);
  return group === "dependence" ? `${label} dependence` : label;
}

/** The fields that some constraint of the page bears on, each once. */
export function fieldsBorneOn(groups: readonly ConstraintFigures[]): ZoneFieldKey[] {
  const told = groups.flatMap(({ key }) => CONSTRAINTS[key]?.bearsOn ?? []);
  return [...new Set(told.map(({ field }) => field))];
}

/** The page's title: how many constraints bear on the zones, and how much of that is seen in them. */
export function contextTitle(
  groups: readonly ConstraintFigures[],
  zones: readonly RankedRow[],
): string {
  const counted = groups.filter(({ figures }) => figures.length > 0).length;
  if (counted === 0) return "No constraint on the zones had been counted by then";
  const one = counted === 1;
  const first = `${asSentence(inWords(counted))} constraint${one ? "" : "s"} of the country ${one ? "bears" : "bear"} on the zones`;
  const share = computeUnknownShare(zones, fieldsBorneOn(groups));
  if (share === null) return first;
  return `${first}; ${formatShare(share)} of what would show it there is unknown`;
}

/** The figures that stand for the rest where there is room for few. */
const HEADLINES = ["circular-debt", "exports-share-gdp", "chinese-killed"];
/** The indicators that say most of what becomes of them in a zone. */
const TRACES = [
  { field: "electricity", words: "electricity is available in" },
  { field: "worksFinanced", words: "works are financed in" },
  { field: "securityArrangements", words: "security is in place in" },
] as const;
const THERE = "available";

/** What the page answers, in figures: what the sources count in the country, and what of it is seen in the zones. */
export function contextSummary(
  groups: readonly ConstraintFigures[],
  zones: readonly RankedRow[],
): string {
  const figures = groups.flatMap((group) => group.figures);
  return [...countedWords(figures), ...traceWords(zones)].join(" ");
}

function countedWords(figures: readonly ContextFigure[]): string[] {
  if (figures.length === 0) return [];
  const chosen = HEADLINES.flatMap((key) => figures.filter((figure) => figure.key === key));
  const told = (chosen.length > 0 ? chosen : figures.slice(0, 1)).map(
    (figure) =>
      `${lowered(figure.label)}, ${figureWords(figure)} (${formatPartialDate(figure.period)})`,
  );
  const all =
    figures.length === told.length
      ? "What the sources count"
      : `Of ${inWords(figures.length)} figures that the sources count`;
  return [`${all}: ${told.join("; ")}.`];
}

function traceWords(zones: readonly RankedRow[]): string[] {
  if (zones.length === 0) return ["No zone answers these conditions."];
  const told = TRACES.map(({ field, words }) => {
    const parts = computeTrace(zones, field);
    const count = (value: string) => parts.find((part) => part.value === value)?.count ?? 0;
    return `${words} ${count(THERE)} and unknown in ${count(UNKNOWN)}`;
  });
  const of = zones.length === 1 ? "Of this one zone" : `Of these ${zones.length} zones`;
  return [`${of}, ${told.join("; ")}.`];
}

/** A label within a sentence; one that begins with initials keeps them. */
function lowered(label: string): string {
  return /^[A-Z][a-z-]/.test(label) && !/^(Chinese|Pakistan|China)/.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}
