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

/** The label and the definition of each kind. */
export const CHANGE_WORDS: Readonly<Record<ChangeKind, { label: string; definition: string }>> = {
  "zone-added": {
    label: "Zone added",
    definition: "The first claim that puts the zone in the registry.",
  },
  "zone-removed": {
    label: "Zone removed",
    definition: "No claim that counts puts the zone in the registry any more.",
  },
  "approval-evidenced": {
    label: "Approval evidenced",
    definition: "The zone's approval is evidenced by name.",
  },
  "approval-withdrawn": {
    label: "Approval no longer evidenced",
    definition: "No claim that counts evidences the zone's approval any more.",
  },
  "moved-up": {
    label: "Moved up",
    definition: "A higher step of a ladder or scale, or a higher number of what grows.",
  },
  "moved-down": {
    label: "Moved down",
    definition: "A lower step of a ladder or scale, or a lower number of what grows.",
  },
  "slipped-later": {
    label: "Promise slipped",
    definition: "The latest promise is for a later day than the one before.",
  },
  "slipped-earlier": {
    label: "Promise brought forward",
    definition: "The latest promise is for an earlier day than the one before.",
  },
  contradicted: {
    label: "Newly contradicted",
    definition: "A claim that counts says something else than the value shown.",
  },
  settled: {
    label: "Settled",
    definition: "No claim that counts contradicts the value any more.",
  },
  "first-known": { label: "First known", definition: "The value was unknown before." },
  "no-longer-known": {
    label: "No longer known",
    definition: "The value is unknown now and was not before.",
  },
  changed: { label: "Changed", definition: "Another value that is neither higher nor lower." },
  "went-silent": {
    label: "Went silent",
    definition: "Nothing newer was found for two years, so the value counts as stale.",
  },
};
