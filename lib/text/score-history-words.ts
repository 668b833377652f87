import { roundHalfUp } from "../readiness/scale";
import type { MeanScoreYear, ScoreCause } from "../readiness/score-history";
import type { Text } from "./text";

/** Points are written with one decimal, as scores are. */
const POINTS = { digits: 1 } as const;

/** What the sentence is about: one zone by its name, or the mean of some zones. */
export type ScoreSubject = { readonly name: string } | { readonly zones: number };

/**
 * Says how much of the change of the confirmed score is knowledge and how much progress, as a title, and how far it came over
 * all years. Both are "" for no years.
 */
export function describeScoreYears(
  text: Text,
  subject: ScoreSubject,
  years: readonly Pick<MeanScoreYear, "from" | "to" | "before" | "after" | "causes">[],
): { readonly title: string; readonly change: string } {
  const { t, number } = text;
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return { title: "", change: "" };
  const total = (cause: ScoreCause) => years.reduce((sum, { causes }) => sum + causes[cause], 0);
  const points = (value: number) => roundHalfUp(value, POINTS.digits);
  const change = points(last.after) - points(first.before);
  const words = {
    direction: change > 0 ? "up" : change < 0 ? "down" : "same",
    before: number(first.before, POINTS),
    after: number(last.after, POINTS),
    from: first.from.slice(0, 4),
    to: text.day(last.to),
  };
  return {
    title: describeParts(text, change, total),
    change:
      "name" in subject
        ? t("scoreHistory.one", { ...words, name: subject.name })
        : t("scoreHistory.all", { ...words, zones: subject.zones }),
  };
}

function describeParts(
  { t, number }: Text,
  change: number,
  total: (cause: ScoreCause) => number,
): string {
  const [known, progress, fell] = [total("became-known"), total("progressed"), total("fell")];
  const rest = roundHalfUp(total("re-judged") + total("rule-or-age"), POINTS.digits);
  if (known === 0 && progress === 0 && fell === 0 && rest === 0) return t("scoreHistory.still");
  const more = Math.max(known, progress);
  // Where setbacks took some of it, a part can be more than the whole change.
  const isMost = more <= change && 2 * more > change;
  return t("scoreHistory.parts", {
    kind: !isMost ? "other" : known > progress ? "knowledge" : "progress",
    direction: change > 0 ? "up" : "down",
    change: number(change, POINTS),
    known: number(known, POINTS),
    progress: number(progress, POINTS),
    fell: fell === 0 ? "none" : number(-fell, POINTS),
    rest: rest === 0 ? "none" : number(rest, { ...POINTS, signed: true }),
  });
}
