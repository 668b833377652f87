import type { FieldKey } from "../catalogue/fields";
import { fieldSpec } from "../catalogue/fields";
import type { Evidence, Resolution, WeighedClaim } from "./resolve";
import { differs } from "./value-equality";

/** How well a value is evidenced, from least to most. */
export const SUPPORTS = ["single", "corroborated", "independent"] as const;

/**
 * `independent`: an agreeing claim has that origin. `corroborated`: two or more publishers agree. `single`: one
 * publisher says it, and it has a stake.
 */
export type Support = (typeof SUPPORTS)[number];

/** The support of a displayed value. */
export interface ValueSupport {
  readonly support: Support;
  /**
   * The shown claim has low confidence, and no agreeing claim has another origin or a higher confidence. A weak value
   * is shown with a mark and does not count as known.
   */
  readonly weak: boolean;
  /** The claims that agree, the shown one first. */
  readonly agreeing: number;
}

/** The publisher of a claim's source as known by a revision, folded. */
export function voiceAt(
  { voices }: Pick<Evidence<WeighedClaim>, "voices">,
  revision: number,
): string {
  const known = voices.findLast((voice) => voice.revision <= revision) ?? voices[0];
  return known?.name ?? "";
}

/**
 * The support of a field's displayed value; null where the value is unknown.
 * @param revision the last revision that is taken as known
 */
export function getSupport(
  field: FieldKey,
  { value, evidence, rivals }: Resolution<WeighedClaim>,
  revision: number,
): ValueSupport | null {
  if (value === null || evidence === null) return null;
  const spec = fieldSpec(field);
  const others = rivals
    // A claim that a preferred one sets aside is still published: it agrees or it does not.
    .filter(({ standing }) => standing !== "deprecated")
    .map((rival) => rival.evidence)
    .filter(({ claim }) => claim.value !== null && !differs(spec, value, claim.value));
  const agreeing = [evidence, ...others];
  const { origin, confidence } = evidence.claim;
  const strengthened = others.some(
    ({ claim }) => claim.origin !== origin || claim.confidence !== "low",
  );
  return {
    support: gradeSupport(agreeing, revision),
    weak: confidence === "low" && !strengthened,
    agreeing: agreeing.length,
  };
}

function gradeSupport(agreeing: readonly Evidence<WeighedClaim>[], revision: number): Support {
  if (agreeing.some(({ claim }) => claim.origin === "independent")) return "independent";
  const voices = new Set(agreeing.map((item) => voiceAt(item, revision)));
  return voices.size > 1 ? "corroborated" : "single";
}
