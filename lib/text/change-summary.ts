import type { Span } from "@/lib/changes/change";
import { CHANGE_KINDS, type ChangeKind } from "@/lib/changes/change-kinds";
import { formatDay } from "./format-date";
import { asSentence, inWords, listed } from "./number-words";

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

/** What is compared, in words: "25 Nov 2025 and 25 Nov 2026", "version r3 and version r4". */
export function spanInWords({ from, to }: Span): string {
  return from.asOf === to.asOf && from.revision !== to.revision
    ? `version r${from.revision} and version r${to.revision}`
    : `${formatDay(from.asOf)} and ${formatDay(to.asOf)}`;
}

/** The answer in a few sentences: what moved, what slipped, what came to be known, and what fell silent. */
export function changeSummary(counts: KindCounts, span: Span): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const period = `Between ${spanInWords(span)}`;
  if (total === 0) return `${period} nothing changed.`;
  const sentences = [
    `${period}, ${values(counts["moved-up"])} moved up and ${counts["moved-down"] === 0 ? "none" : inWords(counts["moved-down"])} moved down`,
    promises(counts),
    told([
      [counts.contradicted, "came to be contradicted"],
      [counts.settled, "were settled", "was settled"],
    ]),
    told([
      [counts["first-known"], "became known"],
      [counts["no-longer-known"], "are no longer known", "is no longer known"],
      [counts.changed, "changed otherwise"],
      [counts["went-silent"], "went silent"],
    ]),
    zones(counts),
  ];
  return sentences
    .filter((sentence) => sentence !== "")
    .map((sentence) => `${asSentence(sentence)}.`)
    .join(" ");
}

function values(count: number): string {
  return `${inWords(count)} ${count === 1 ? "value" : "values"}`;
}

function promises(counts: KindCounts): string {
  const later = counts["slipped-later"];
  const earlier = counts["slipped-earlier"];
  if (later + earlier === 0) return "no promise slipped";
  const slipped = `${inWords(later)} ${later === 1 ? "promise" : "promises"} slipped`;
  return earlier === 0 ? slipped : `${slipped} and ${inWords(earlier)} came forward`;
}

/** "Five values became known and forty went silent"; parts that count nothing are left out. */
function told(parts: readonly (readonly [number, string, string?])[]): string {
  const present = parts.filter(([count]) => count > 0);
  return listed(
    present.map(([count, many, one = many], i) => {
      const subject = i === 0 ? values(count) : inWords(count);
      return `${subject} ${count === 1 ? one : many}`;
    }),
    "and",
  );
}

function zones(counts: KindCounts): string {
  const added = counts["zone-added"];
  const approved = counts["approval-evidenced"];
  return listed(
    [
      ...(added > 0
        ? [`${inWords(added)} ${added === 1 ? "zone" : "zones"} came into the registry`]
        : []),
      ...(approved > 0
        ? [
            `the approval of ${inWords(approved)} ${approved === 1 ? "zone" : "zones"} was evidenced`,
          ]
        : []),
    ],
    "and",
  );
}
