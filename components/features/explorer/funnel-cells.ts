import { fieldSpec } from "@/lib/catalogue/fields";
import type { Funnel, Ladder } from "@/lib/query/ladder-funnel";

/** One figure of a funnel. */
export interface FunnelCell {
  /** The rung that a press filters by; null: the head of the funnel, a press takes its filter away. */
  readonly rung: string | null;
  readonly label: string;
  /** The same where there is little room. */
  readonly short: string;
  readonly count: number;
  /** Shares of the funnel, 0–100: at or beyond the rung, and the same if every unknown were. */
  readonly low: number;
  readonly high: number;
  /** What stands under the bar: what is unknown, or who it is. */
  readonly note: string;
  /** Colour of the bar, a CSS colour. */
  readonly colour?: string;
}

/** What a funnel's head says of the zones that it counts. */
export interface FunnelHead {
  readonly label: string;
  readonly note: string;
}

/** Rungs shown of each ladder; the lower ones hold of nearly every zone and stand among the filters. */
const SHOWN: Readonly<Record<Ladder, readonly string[]>> = {
  legalStatus: ["approved", "notified", "developer-bound"],
  status: ["under-development", "serviced", "partially-operational", "operational"],
};

/** What a rung is called where it means "at or beyond". */
const WORDS: Readonly<Record<string, string>> = {
  "under-development": "Works begun",
  "partially-operational": "A firm produces",
};

const SHORT: Readonly<Record<string, string>> = {
  "developer-bound": "Bound",
  "under-development": "Works",
  "partially-operational": "Producing",
};

const COLOURS: Readonly<Record<string, string>> = {
  "under-development": "var(--color-ramp-2)",
  serviced: "var(--color-ramp-2)",
  "partially-operational": "var(--color-ramp-3)",
  operational: "var(--color-ramp-4)",
};

/** So few zones are named instead of counted again, where their names leave the head its height. */
const MOST_NAMED = 2;
const LONGEST_NAMES = 32;

/**
 * The figures of a funnel, in order.
 * @param namesAt short names of the zones at or beyond a rung
 */
export function funnelCells(
  funnel: Funnel,
  head: FunnelHead | null,
  namesAt: (rung: string) => readonly string[],
): FunnelCell[] {
  const { total, unknown } = funnel;
  const share = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  const cells = SHOWN[funnel.ladder].map((value): FunnelCell => {
    const rung = funnel.rungs.find((one) => one.value === value);
    const count = rung?.reached ?? 0;
    const open = openAt(funnel, value, count);
    const label = WORDS[value] ?? rung?.label ?? value;
    return {
      rung: value,
      label,
      short: SHORT[value] ?? label,
      count,
      low: share(count),
      high: share(count + open),
      note: noteOf(funnel, value, count, open, namesAt),
      colour: COLOURS[value],
    };
  });
  if (head === null) return cells;
  const low = share(total);
  return [{ rung: null, ...head, short: head.label, count: total, low, high: low }, ...cells];

  function openAt({ ladder }: Funnel, value: string, count: number): number {
    // A zone that is known to be short of an approval is none the less a candidate for one.
    return ladder === "legalStatus" && value === "approved" ? total - count : unknown;
  }
}

function noteOf(
  { ladder, total }: Funnel,
  value: string,
  count: number,
  open: number,
  namesAt: (rung: string) => readonly string[],
): string {
  if (ladder === "legalStatus" && value === "approved") {
    if (total === 0) return "none";
    return count === total ? "all evidenced" : `${total - count} not evidenced`;
  }
  if (open > 0) return `${open} unknown`;
  if (count === 0) return "none";
  const names = count <= MOST_NAMED ? namesAt(value).join(", ") : "";
  if (names !== "" && names.length <= LONGEST_NAMES) return names;
  if (value !== SHOWN[ladder].at(-1)) return "or beyond";
  return ladder === "legalStatus" ? "by agreement" : `of ${total}`;
}

/** Those beside the ladder in words: "1 stalled"; empty where there are none. */
export function asideWords(funnel: Funnel): { value: string; words: string }[] {
  return funnel.asides
    .filter(({ reached }) => reached > 0)
    .map(({ value, label, reached }) => ({ value, words: `${reached} ${label.toLowerCase()}` }));
}

/** Name of a ladder. */
export function ladderLabel(ladder: Ladder): string {
  return fieldSpec(ladder).label;
}
