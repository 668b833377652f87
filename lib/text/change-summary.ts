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

/**
 * The finding of what we learned: how many facts became known, disputed or silent; of some kinds, how many there are. Of a
 * quarter it begins with that.
 * @param kinds absent: all
 */
export function learnedTitle(
  { t, list, number }: Text,
  counts: KindCounts,
  quarter: Pick<Quarter, "name"> | null,
  kinds: readonly string[] | undefined,
): string {
  const listed = CHANGE_KINDS.filter((kind) => kinds?.includes(kind));
  const finding =
    listed.length === 0
      ? t("changes.learned", {
          known: counts["first-known"],
          disputed: counts.contradicted,
          silent: counts["went-silent"],
        })
      : t("changes.list.topic", {
          topic: list(
            listed.map((kind) => t(`changes.kind.${kind}.label`)),
            "or",
          ),
          count: number(listed.reduce((sum, kind) => sum + counts[kind], 0)),
        });
  if (quarter === null) return finding;
  const [year = "", inYear] = quarter.name.split("-Q");
  const place = t("changes.quarterTitle", { quarter: Number(inYear), year });
  return t("changes.line", { place, change: finding });
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
