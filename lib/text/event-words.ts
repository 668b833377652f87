import type { ChangeGroup } from "@/lib/changes/event-timeline";

/** What became of values, for a heading of a column and after a number. */
export const TURN_WORDS: Readonly<
  Record<ChangeGroup, { readonly label: string; readonly one: string; readonly several: string }>
> = {
  known: { label: "became known", one: "value became known", several: "values became known" },
  up: { label: "moved up", one: "value moved up", several: "values moved up" },
  down: { label: "moved down", one: "value moved down", several: "values moved down" },
  slipped: { label: "promises slipped", one: "promise slipped", several: "promises slipped" },
  contradicted: {
    label: "contradicted",
    one: "value was newly contradicted",
    several: "values were newly contradicted",
  },
  otherwise: {
    label: "changed otherwise",
    one: "value changed otherwise",
    several: "values changed otherwise",
  },
};

/** The fill of each in a drawing: what became known is quiet, a slip and a contradiction are not. */
export const TURN_FILLS: Readonly<Record<ChangeGroup, string>> = {
  known: "fill-ramp-0 stroke-ramp-2",
  up: "fill-ramp-3",
  down: "fill-ink",
  slipped: "fill-amber",
  contradicted: "fill-rust",
  otherwise: "fill-ink-4",
};

/** A count of turned values in words: "3 values moved up". */
export function turnsInWords(turn: ChangeGroup, count: number): string {
  const { one, several } = TURN_WORDS[turn];
  return `${count} ${count === 1 ? one : several}`;
}
