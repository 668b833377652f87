import type { CSSProperties } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Weights } from "@/lib/catalogue/groups";
import type { EvidenceIndex } from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import type { ComparedGroup } from "@/lib/query/compare";
import "./compare.css";
import type { ComparedZone } from "./compared-zone";
import { FieldParts } from "./field-parts";
import { FirmsPart, LaddersPart, PromisesPart, ReadinessPart } from "./standing-parts";
import { ZoneHeads } from "./zone-heads";

/** Props of the comparison. */
export interface ComparisonTableProps {
  zones: readonly ComparedZone[];
  /** The fields to show, by group. */
  groups: readonly ComparedGroup[];
  weights: Weights;
  evidence: EvidenceIndex;
  moment: Moment;
  hrefOf: (slugs: readonly string[]) => string;
}

/**
 * Zones side by side: where they stand, how ready they are, who comes, what was promised, then every
 * field. Where it is wider than the window it scrolls by itself and keeps its heads in sight.
 */
export function ComparisonTable(props: ComparisonTableProps) {
  const { zones, groups, weights, evidence, moment, hrefOf } = props;
  const style: CSSProperties = { "--zones": zones.length };
  const { asOf } = moment;
  return (
    <div style={style}>
      <ScrollRegion label="The zones side by side" className="compare mt-4">
        <table>
          <ZoneHeads zones={zones} hrefOf={hrefOf} />
          <LaddersPart zones={zones} asOf={asOf} />
          <ReadinessPart zones={zones} weights={weights} />
          <FirmsPart zones={zones} />
          <PromisesPart zones={zones} evidence={evidence} moment={moment} />
          <FieldParts zones={zones} groups={groups} asOf={asOf} />
        </table>
      </ScrollRegion>
    </div>
  );
}
