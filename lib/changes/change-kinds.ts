/** Changes of a value. A value that differs between two moments has exactly one of these. */
export const VALUE_CHANGES = [
  "moved-up",
  "moved-down",
  "first-known",
  "no-longer-known",
  "slipped-later",
  "slipped-earlier",
  "changed",
] as const;

/** Changes about a value other than the value itself: disputes, and lack of news. */
export const MARK_CHANGES = ["contradicted", "settled", "went-silent"] as const;

/** Changes of a whole zone. */
export const ZONE_CHANGES = [
  "zone-added",
  "zone-removed",
  "approval-evidenced",
  "approval-withdrawn",
] as const;

/** All kinds of change, in the order of display. */
export const CHANGE_KINDS = [
  "zone-added",
  "zone-removed",
  "approval-evidenced",
  "approval-withdrawn",
  "moved-up",
  "moved-down",
  "slipped-later",
  "slipped-earlier",
  "contradicted",
  "settled",
  "first-known",
  "no-longer-known",
  "changed",
  "went-silent",
] as const satisfies readonly (
  | (typeof VALUE_CHANGES)[number]
  | (typeof MARK_CHANGES)[number]
  | (typeof ZONE_CHANGES)[number]
)[];

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a change is news of: what happened, apart from what became known, disputed or silent. In the order of display. */
export const CHANGE_TOPICS = {
  happened: [
    "approval-evidenced",
    "approval-withdrawn",
    "moved-up",
    "moved-down",
    "slipped-later",
    "slipped-earlier",
    "changed",
  ],
  disputed: ["contradicted", "settled"],
  known: ["zone-added", "zone-removed", "first-known", "no-longer-known"],
  silent: ["went-silent"],
} as const satisfies Readonly<Record<string, readonly ChangeKind[]>>;

export type ChangeTopic = keyof typeof CHANGE_TOPICS;

/** The topics in the order of display. */
export const CHANGE_TOPIC_KEYS = Object.keys(CHANGE_TOPICS) as readonly ChangeTopic[];
