import type { ZoneValues } from "@/lib/catalogue/fields";
import {
  getStep,
  VOCABULARIES,
  type Vocabulary,
  type VocabularyKey,
} from "@/lib/catalogue/vocabularies";
import type { Ladder } from "@/lib/query/ladder-funnel";
import type { Evidence, Resolution } from "../evidence/resolve";
import { missingFor } from "./missing-for";

/**
 * Where a zone or a firm stands on one rung. `now`: the value shown. `evidenced`: passed, and a source says
 * when. `passed`: it must have been passed, but no source shows it. `ahead`: not reached. `unknown`:
 * nothing is known of the ladder, or it stands aside of it and nothing shows this rung.
 */
export type RungState = "now" | "evidenced" | "passed" | "ahead" | "unknown";

/** One rung of one ladder. */
export interface LadderRung {
  readonly value: string;
  readonly label: string;
  readonly state: RungState;
  /** The earliest claim that counts and names this rung; null where none does. */
  readonly first: Evidence | null;
  /** For a rung ahead: what is missing, in a few words; null where nothing can be named. */
  readonly missing: string | null;
}

/** A ladder as one zone or firm climbs it: its rungs, and the aside (stalled, exited, …) on which it stands, if any. */
export interface Climb {
  readonly rungs: readonly LadderRung[];
  readonly aside: { readonly value: string; readonly label: string } | null;
}

/**
 * The rungs of a ladder for one zone.
 * @param resolution what shows for the ladder's field
 * @param values the zone's values, from which what is missing is told
 * @param approval what shows for `approvedOn`, which dates the rung "approved"; null for other ladders
 */
export function listRungs(
  ladder: Ladder,
  resolution: Resolution,
  values: ZoneValues,
  approval: Resolution | null = null,
): Climb {
  return climbOf(ladder, resolution, {
    effectiveDateAt: (rung) => (rung === "approved" ? (approval?.evidence ?? null) : null),
    missing: (rung) => missingFor(ladder, rung, values),
  });
}

/** What a climb is told by beside the claims on the ladder itself. */
interface ClimbWords {
  /** Evidence that dates a rung better than the claims that name it; null where there is none. */
  readonly effectiveDateAt?: (rung: string) => Evidence | null;
  /** What is missing for a rung ahead; null where nothing can be named. */
  readonly missing?: (rung: string) => string | null;
}

/**
 * The rungs of any ladder. Deprecated claims count for nothing. A rung ahead that a claim names is
 * told as contradicted, not as reached.
 * @param resolution what shows for the ladder's field
 */
export function climbOf(
  ladder: VocabularyKey,
  resolution: Resolution,
  { effectiveDateAt, missing: missingIn }: ClimbWords = {},
): Climb {
  const { steps, asides }: Vocabulary = VOCABULARIES[ladder];
  const counted = countedClaims(resolution);
  const now = getStep(ladder, resolution.value);
  const aside = asides.find(({ value }) => value === resolution.value) ?? null;
  // Aside of the ladder nothing is ahead or passed but what a source shows.
  const highest = Math.max(-1, ...counted.map(({ claim }) => getStep(ladder, claim.value) ?? -1));
  const reached = now ?? (aside ? highest : -1);

  const rungs = steps.map(({ value, label }, step): LadderRung => {
    const first = earliest(
      counted.filter(({ claim }) => claim.value === value),
      effectiveDateAt?.(value) ?? null,
    );
    const state = stateOf(step, { now, reached, shown: first !== null });
    const missing =
      state !== "ahead"
        ? null
        : first === null
          ? (missingIn?.(value) ?? null)
          : "claimed, but contradicted";
    return { value, label, state, first, missing };
  });
  return { rungs, aside: aside && { value: aside.value, label: aside.label } };
}

function stateOf(
  step: number,
  { now, reached, shown }: { now: number | null; reached: number; shown: boolean },
): RungState {
  if (step === now) return "now";
  if (step <= reached) return shown ? "evidenced" : "passed";
  return now === null ? "unknown" : "ahead";
}

/** The claim shown and its live rivals. */
function countedClaims({ evidence, rivals }: Resolution): Evidence[] {
  const live = rivals.filter(({ standing }) => standing === "live");
  return [...(evidence ? [evidence] : []), ...live.map((rival) => rival.evidence)];
}

/** The claim from which a rung is dated: what names the date itself, else the earliest that names the rung. */
function earliest(claims: readonly Evidence[], dated: Evidence | null): Evidence | null {
  if (dated?.claim.value) return dated;
  return claims.reduce<Evidence | null>(
    (first, claim) => (first && first.effectiveOn <= claim.effectiveOn ? first : claim),
    null,
  );
}
