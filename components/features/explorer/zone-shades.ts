import { SHADE_STEPS, type ShadeStep } from "@/components/map/map-point";
import { countRowSupport } from "@/lib/evidence/support";
import { getQuantity, getRowShare, POWER } from "@/lib/gaps/gaps";
import type { RankedRow } from "@/lib/query/select";
import type { Text } from "@/lib/text/text";
import type { Shade } from "./view-params";

/** The least share of which there is any. */
const ANY = Number.MIN_VALUE;

/** The least value of the second step and those after it. */
const LEAST: Readonly<Record<Shade, readonly [number, number, number]>> = {
  firms: [1, 5, 20],
  supply: [ANY, 0.5, 1],
  support: [ANY, 0.1, 0.25],
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
      return getRowShare(POWER, row);
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
