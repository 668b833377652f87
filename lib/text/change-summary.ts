import type { Span } from "@/lib/changes/change";
import { CHANGE_KINDS, type ChangeKind } from "@/lib/changes/change-kinds";
import type { Quarter } from "@/lib/changes/span";
import { formatRevision } from "./revision-words";
import type { Text } from "./text";

/** How many changes there are of each kind. */
export type KindCounts = Readonly<Record<ChangeKind, number>>;

/** Counts changes by their kind. */
export function countKinds(changes: readonly { readonly kind: ChangeKind }[]): KindCounts {
  const counts = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, 0])) as Record<
    ChangeKind,
    number
  >;
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

/** The title of the list of changes: of a quarter, "Changes in the fourth quarter of 2025". */
export function changesTitle({ t }: Text, quarter: Pick<Quarter, "name"> | null): string {
  if (quarter === null) return t("changes.meta.title");
  const [year = "", number] = quarter.name.split("-Q");
  return t("changes.quarterTitle", { quarter: Number(number), year });
}

const DISPUTES_AND_KNOWLEDGE = [
  "contradicted",
  "settled",
  "first-known",
  "no-longer-known",
  "changed",
  "went-silent",
] as const satisfies readonly ChangeKind[];

const ZONES = [
  "zone-added",
  "zone-removed",
  "approval-evidenced",
  "approval-withdrawn",
] as const satisfies readonly ChangeKind[];

/** The list of changes in a few sentences: progress and setbacks, targets, disputes and knowledge, zones. */
export function changeSummary(text: Text, counts: KindCounts, { from, to }: Span): string {
  const { t } = text;
  const compares = from.asOf === to.asOf && from.revision !== to.revision ? "Revisions" : "Days";
  const ends =
    compares === "Revisions"
      ? { from: formatRevision(from.revision), to: formatRevision(to.revision) }
      : { from: text.day(from.asOf), to: text.day(to.asOf) };
  if (CHANGE_KINDS.every((kind) => counts[kind] === 0)) {
    return t(`changes.summary.noneBetween${compares}`, ends);
  }
  const count = (kinds: typeof DISPUTES_AND_KNOWLEDGE | typeof ZONES) => {
    const present = kinds.filter((kind) => counts[kind] > 0);
    const words = present.map((kind) =>
      t(`changes.summary.count.${kind}`, { count: counts[kind] }),
    );
    return words.length === 0 ? [] : [t("changes.summary.others", { counts: text.list(words) })];
  };
  return text.sentences([
    t(`changes.summary.between${compares}`, {
      ...ends,
      up: counts["moved-up"],
      down: counts["moved-down"],
    }),
    t("changes.summary.targets", {
      later: counts["slipped-later"],
      earlier: counts["slipped-earlier"],
    }),
    ...count(DISPUTES_AND_KNOWLEDGE),
    ...count(ZONES),
  ]);
}
