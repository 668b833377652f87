import type { Span } from "@/lib/changes/change";
import { CHANGE_KINDS, type ChangeKind } from "@/lib/changes/change-kinds";
import type { Quarter } from "@/lib/changes/span";
import { describeFilter } from "./page-title";
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

const PROGRESS = ["moved-up", "moved-down"] as const satisfies readonly ChangeKind[];

const TARGETS = ["slipped-later", "slipped-earlier"] as const satisfies readonly ChangeKind[];

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

/** What a list of changes is limited to. */
interface ChangeLimits {
  /** The conditions in words; empty: all changes. */
  readonly conditions: string;
  /** Are some kinds of change left out? */
  readonly ofKinds: boolean;
}

const ALL_CHANGES: ChangeLimits = { conditions: "", ofKinds: false };

/**
 * The list of changes in a few sentences: its conditions, progress and setbacks, targets, disputes and knowledge, zones. Where
 * kinds are left out, only what is listed is counted, since the others were not looked for.
 */
export function changeSummary(
  text: Text,
  counts: KindCounts,
  { from, to }: Span,
  { conditions, ofKinds }: ChangeLimits = ALL_CHANGES,
): string {
  const { t } = text;
  const compares = from.asOf === to.asOf && from.revision !== to.revision ? "Revisions" : "Days";
  const ends =
    compares === "Revisions"
      ? { from: formatRevision(from.revision), to: formatRevision(to.revision) }
      : { from: text.day(from.asOf), to: text.day(to.asOf) };
  const filter = describeFilter(text, conditions);
  if (CHANGE_KINDS.every((kind) => counts[kind] === 0)) {
    const filtered = conditions === "" ? "no" : "yes";
    return text.sentences([
      ...filter,
      t(`changes.summary.noneBetween${compares}`, { ...ends, filtered }),
    ]);
  }
  const list = (kinds: readonly ChangeKind[]) => {
    const present = kinds.filter((kind) => counts[kind] > 0);
    return present.map((kind) => t(`changes.summary.count.${kind}`, { count: counts[kind] }));
  };
  const count = (kinds: readonly ChangeKind[]) => {
    const words = list(kinds);
    return words.length === 0 ? [] : [t("changes.summary.others", { counts: text.list(words) })];
  };
  if (ofKinds) {
    const all = list([...PROGRESS, ...TARGETS, ...DISPUTES_AND_KNOWLEDGE, ...ZONES]);
    const listed = t(`changes.summary.ofKindsBetween${compares}`, {
      ...ends,
      counts: text.list(all),
    });
    return text.sentences([...filter, listed]);
  }
  return text.sentences([
    ...filter,
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
