import { countRowSupport } from "@/lib/evidence/support";
import { computeGap, getQuantity, POWER } from "@/lib/gaps/gaps";
import type { RankedRow } from "@/lib/query/select";
import type { Text } from "@/lib/text/text";

/** What may colour the markers in place of the progress. */
export const SHADES = ["firms", "supply", "support"] as const;
export type Shade = (typeof SHADES)[number];

/** A colour of markers, from pale to dark. */
export const SHADE_STEPS = [0, 1, 2, 3] as const;
export type ShadeStep = (typeof SHADE_STEPS)[number];

/** The least value of the second step and those after it. */
const LEAST: Readonly<Record<Shade, readonly [number, number, number]>> = {
  firms: [1, 5, 20],
  supply: [Number.MIN_VALUE, 0.5, 1],
  support: [Number.MIN_VALUE, 0.1, 0.25],
};

/** The step of a zone; null where its value is unknown. */
export function getShadeStep(shade: Shade, row: RankedRow): ShadeStep | null {
  const value = getShadeValue(shade, row);
  if (value === null) return null;
  const step = LEAST[shade].filter((least) => value >= least).length;
  return SHADE_STEPS[step] ?? null;
}

/** Firms producing, the share of the power needed that is delivered, or the share of facts with more than one source. */
function getShadeValue(shade: Shade, row: RankedRow): number | null {
  switch (shade) {
    case "firms":
      return getQuantity(row.values, "enterprisesProducing");
    case "supply":
      return computeGap(POWER, row.values).share;
    case "support": {
      const { known, independent, corroborated } = countRowSupport([row]);
      return known === 0 ? null : (independent + corroborated) / known;
    }
  }
}

/** What a step means: "5 to 19"; null: unknown. */
export function describeShadeStep({ t }: Text, shade: Shade, step: ShadeStep | null): string {
  return step === null
    ? t("explorer.map.unknown")
    : t(`explorer.map.shades.${shade}.${STEP_KEYS[step]}`);
}

const STEP_KEYS = ["none", "some", "more", "most"] as const;
