import { ReadinessBand } from "@/components/charts/readiness-band";
import { BLOCK_INDICATORS, fieldSpec } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS, GROUPS } from "@/lib/catalogue/groups";
import { getLabel } from "@/lib/catalogue/vocabularies";
import { FULL_COUNT, INDICATOR_SCALE } from "@/lib/readiness/readiness";
import { formatNumber } from "@/lib/text/format-number";
import { Part, TextTable } from "./part";

const INDICATOR_COUNT = BLOCKS.reduce((sum, block) => sum + BLOCK_INDICATORS[block].length, 0);
const TOTAL = BLOCKS.reduce((sum, block) => sum + BLOCK_WEIGHTS[block], 0);

/** The readiness score: blocks, weights, scale, and why it is a range. */
export function ReadinessPart() {
  return (
    <Part id="readiness">
      <p>
        Readiness is the tracker's own model and no body's official score. Its frame is drawn from
        the SEZ Act 2012 and the Rules of 2013, the World Bank's assessment of 2020 as the issue
        brief reports it, UNIDO's guidelines for industrial parks and India's park rating. It asks{" "}
        {INDICATOR_COUNT} questions in {BLOCKS.length} blocks. Every indicator weighs the same
        within its block.
      </p>
      <TextTable label="Blocks of readiness and their weights">
        <thead>
          <tr>
            <th scope="col">Block</th>
            <th scope="col">Weight</th>
            <th scope="col">Indicators</th>
          </tr>
        </thead>
        <tbody>
          {BLOCKS.map((block) => (
            <tr key={block}>
              <td>
                <b className="whitespace-nowrap">{GROUPS[block]}</b>
              </td>
              <td className="tabular">{formatNumber((100 * BLOCK_WEIGHTS[block]) / TOTAL)}%</td>
              <td>{BLOCK_INDICATORS[block].map((key) => fieldSpec(key).label).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </TextTable>
      <h3>What an answer scores</h3>
      <TextTable label="The scale of the indicators">
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Score</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(INDICATOR_SCALE).map(([value, score]) => (
            <tr key={value}>
              <td>{getLabel("indicator", value)}</td>
              <td className="tabular">{score}</td>
            </tr>
          ))}
          <tr>
            <td>A percentage</td>
            <td>the percentage divided by 100</td>
          </tr>
          <tr>
            <td>Firms admitted</td>
            <td>full at {FULL_COUNT.enterprisesAdmitted}; at one in a sole-enterprise zone</td>
          </tr>
          <tr>
            <td>Firms producing</td>
            <td>full at {FULL_COUNT.enterprisesProducing}; at one in a sole-enterprise zone</td>
          </tr>
          <tr>
            <td>Not applicable</td>
            <td>its weight leaves the total; the rest of its block keeps theirs</td>
          </tr>
        </tbody>
      </TextTable>
      <h3>Why it is a range</h3>
      <p>
        The <b>low</b> end counts every unknown as nothing, the <b>high</b> end as all there. The
        truth lies between. <b>Known</b> is the share of the weight for which a value is known. A
        contested value counts as the one shown.
      </p>
      <figure>
        <ReadinessBand value={{ low: 49, high: 86, coverage: 0.63 }} height={12} />
        <figcaption className="mt-1.5 text-13 text-ink-3">
          Solid: evidenced. Hollow: unknown, so it may or may not be there. Empty: ruled out.
        </figcaption>
      </figure>
      <p>
        Zones are placed by the low end, then the high, then by how much is known; equals share a
        place. One zone is <i>certainly</i> ahead of another only where its low end lies above the
        other's high end. So far the ranges are so wide that such pairs are rare or none, and no
        order here should be read as a ranking of certainty.
      </p>
      <p>
        “At least 50” can mean two things: <i>certainly</i>, the low end is at 50 or above, or{" "}
        <i>possibly</i>, the high end is. The filter offers both.
      </p>
    </Part>
  );
}
