/**
 * Colours of drawn areas, all from the tokens. One grammar: solid is known, hollow is unknown or
 * possible. A legend takes the same tone as its drawing, so that the two cannot differ.
 */
export const TONES = {
  known: "fill-band-known",
  candidate: "fill-ink-4",
  possible: "fill-[var(--band-ground,var(--color-paper))] stroke-band-open",
  unknown: "fill-[var(--band-ground,var(--color-paper))] stroke-unknown [stroke-dasharray:3_2]",
  needed: "fill-paper-3 stroke-line-2",
  pending: "fill-paper-3 stroke-ink-3",
  aside: "fill-line-2",
  ink: "fill-ink",
  "ink-3": "fill-ink-3",
  "ink-4": "fill-ink-4",
  accent: "fill-accent",
  amber: "fill-amber",
  "amber-soft": "fill-amber-wash stroke-amber",
  "amber-hollow": "fill-transparent stroke-amber",
  rust: "fill-rust",
  "ramp-0": "fill-ramp-0 stroke-line-2",
  "ramp-1": "fill-ramp-1",
  "ramp-2": "fill-ramp-2",
  "ramp-3": "fill-ramp-3",
  "ramp-4": "fill-ramp-4",
} as const;

/** Name of a colour of a drawn area. */
export type Tone = keyof typeof TONES;

/** Colours of marks, which are drawn either solid or as an outline. */
export const MARK_TONES = {
  ink: { solid: "fill-ink stroke-ink", hollow: "fill-paper stroke-ink" },
  "ink-3": { solid: "fill-ink-3 stroke-ink-3", hollow: "fill-paper stroke-ink-3" },
  "ink-4": { solid: "fill-ink-4 stroke-ink-4", hollow: "fill-paper stroke-ink-4" },
  known: { solid: "fill-band-known stroke-band-known", hollow: "fill-paper stroke-band-open" },
  accent: { solid: "fill-accent stroke-accent", hollow: "fill-paper stroke-accent" },
  amber: { solid: "fill-amber stroke-amber", hollow: "fill-paper stroke-amber" },
  rust: { solid: "fill-rust stroke-rust", hollow: "fill-paper stroke-rust" },
  "ramp-3": { solid: "fill-ramp-3 stroke-ramp-3", hollow: "fill-paper stroke-ramp-3" },
  "ramp-4": { solid: "fill-ramp-4 stroke-ramp-4", hollow: "fill-paper stroke-ramp-4" },
} as const;

/** Name of a colour of a mark. */
export type MarkTone = keyof typeof MARK_TONES;
