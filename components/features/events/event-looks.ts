import type { Tone } from "@/components/charts/drawing";
import type { MarkLook } from "@/components/charts/mark";
import type { ChangeGroup } from "@/lib/changes/event-timeline";
import type { EventKind } from "@/lib/evidence/ledger-records";

/** The mark of each kind of event: a shape of its own, so that colour is not needed to tell them apart. */
export const EVENT_MARKS: Readonly<Record<EventKind, MarkLook>> = {
  policy: { shape: "square", tone: "ink" },
  approval: { shape: "diamond", tone: "ramp-4" },
  construction: { shape: "triangle", tone: "amber" },
  utility: { shape: "circle", tone: "accent" },
  investment: { shape: "star", tone: "ramp-3", size: 40 },
  security: { shape: "times", tone: "rust" },
  agreement: { shape: "bars", tone: "ink-3" },
};

/**
 * The tone of each group of changes: new information is pale, a postponed target and a dispute are not.
 * A dispute is an outline, because readers who are colour-blind see its red as the green or the amber.
 */
export const CHANGE_TONES: Readonly<Record<ChangeGroup, Tone>> = {
  known: "ramp-0",
  up: "ramp-3",
  down: "ink",
  slipped: "amber",
  contradicted: "rust-hollow",
  otherwise: "aside",
};
