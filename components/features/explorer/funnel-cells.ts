import type { Funnel, Ladder } from "@/lib/query/ladder-funnel";
import { lowerFirst } from "@/lib/text/query-words";
import type { Text } from "@/lib/text/text";

/** One figure of a funnel. */
export interface FunnelCell {
  /** The rung that a press filters by; null: the head of the funnel, whose press removes the filter. */
  readonly rung: string | null;
  readonly label: string;
  /** The label where there is little room. */
  readonly short: string;
  readonly count: number;
  /** Shares of the funnel, 0–100: at or beyond the rung, and the same if every unknown were. */
  readonly low: number;
  readonly high: number;
  /** The line under the bar: how many are unknown, or the names of the zones. */
  readonly note: string;
  /** Colour of the bar, a CSS colour. */
  readonly colour?: string;
}

/** The words of a funnel's head. */
export type FunnelHead = Pick<FunnelCell, "label" | "note">;

/** Rungs shown of each ladder. Nearly every zone has passed the lower ones, so they are only among the filters. */
const SHOWN: Readonly<Record<Ladder, readonly string[]>> = {
  legalStatus: ["approved", "notified", "developer-bound"],
  status: ["under-development", "serviced", "partially-operational", "operational"],
};

/** Rungs with a name of their own where it means "at or beyond". */
const RENAMED = ["under-development", "partially-operational", "developer-bound"] as const;

const COLOURS: Readonly<Record<string, string>> = {
  "under-development": "var(--color-ramp-2)",
  serviced: "var(--color-ramp-2)",
  "partially-operational": "var(--color-ramp-3)",
  operational: "var(--color-ramp-4)",
};

/** This few zones are named, where their names fit the height of the head. */
const MOST_NAMED = 2;
const LONGEST_NAMES = 32;

/**
 * The figures of a funnel, in order.
 * @param namesAt short names of the zones at or beyond a rung
 */
export function buildFunnelCells(
  text: Text,
  funnel: Funnel,
  head: FunnelHead | null,
  namesAt: (rung: string) => readonly string[],
): FunnelCell[] {
  const { ladder, total, unknown } = funnel;
  const share = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  const cells = SHOWN[ladder].map((rung): FunnelCell => {
    const count = funnel.rungs.find(({ value }) => value === rung)?.reached ?? 0;
    // A zone that is known not to have an approval is still a candidate for one.
    const open = isApproval(ladder, rung) ? total - count : unknown;
    return {
      rung,
      ...rungLabels(text, ladder, rung),
      count,
      low: share(count),
      high: share(count + open),
      note: writeNote(text, funnel, rung, count, open, namesAt),
      colour: COLOURS[rung],
    };
  });
  if (head === null) return cells;
  const low = share(total);
  return [{ rung: null, ...head, short: head.label, count: total, low, high: low }, ...cells];
}

function isApproval(ladder: Ladder, rung: string): boolean {
  return ladder === "legalStatus" && rung === "approved";
}

function rungLabels(text: Text, ladder: Ladder, rung: string): Pick<FunnelCell, "label" | "short"> {
  const renamed = RENAMED.find((name) => name === rung);
  if (renamed) {
    return {
      label: text.t(`explorer.funnel.rung.${renamed}.label`),
      short: text.t(`explorer.funnel.rung.${renamed}.short`),
    };
  }
  const label = text.termLabel(ladder, rung);
  return { label, short: label };
}

function writeNote(
  text: Text,
  { ladder, total }: Funnel,
  rung: string,
  count: number,
  open: number,
  namesAt: (rung: string) => readonly string[],
): string {
  const { t, number } = text;
  if (isApproval(ladder, rung)) {
    if (total === 0) return t("explorer.funnel.none");
    return open === 0
      ? t("explorer.funnel.allConfirmed")
      : t("explorer.funnel.notConfirmed", { count: number(open) });
  }
  if (open > 0) return t("explorer.funnel.unknown", { count: number(open) });
  if (count === 0) return t("explorer.funnel.none");
  const names = count <= MOST_NAMED ? text.list(namesAt(rung)) : "";
  if (names !== "" && names.length <= LONGEST_NAMES) return names;
  if (rung !== SHOWN[ladder].at(-1)) return t("explorer.funnel.orFurther");
  return ladder === "legalStatus"
    ? t("explorer.funnel.contracted")
    : t("explorer.funnel.ofTotal", { total: number(total) });
}

/** Zones outside the order of a ladder: "1 stalled"; empty where there are none. */
export function listAsides(text: Text, funnel: Funnel): { value: string; words: string }[] {
  return funnel.asides
    .filter(({ reached }) => reached > 0)
    .map(({ value, reached }) => ({
      value,
      words: text.t("explorer.funnel.aside", {
        count: text.number(reached),
        status: lowerFirst(text, text.termLabel(funnel.ladder, value)),
      }),
    }));
}
