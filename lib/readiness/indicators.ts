import { BLOCK_INDICATORS, type ZoneFieldKey } from "../catalogue/fields";
import { BLOCKS } from "../catalogue/groups";

/** The indicators of readiness in the catalogue's order. */
export const INDICATORS: readonly ZoneFieldKey[] = BLOCKS.flatMap(
  (block) => BLOCK_INDICATORS[block],
);
