import { ReadinessBand } from "@/components/charts/readiness-band";
import { Anchor } from "@/components/layout/link";
import { TextTable } from "@/components/layout/term-table";
import { BLOCK_INDICATORS } from "@/lib/catalogue/fields";
import { BLOCK_WEIGHTS, BLOCKS } from "@/lib/catalogue/groups";
import { IMPLIED_BOUNDS, type ImpliedBound } from "@/lib/catalogue/implied-bounds";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { SCOPES, type Scope } from "@/lib/query/scope";
import { FULL_COUNT, INDICATOR_SCALE } from "@/lib/readiness/scale";
import { scopeLabel, scopeRule } from "@/lib/text/query-words";
import { describeCorrelation } from "@/lib/text/readiness-words";
import { useText } from "@/lib/text/use-text";
import { TermLink } from "./text-parts";

const INDICATOR_COUNT = BLOCKS.reduce((sum, block) => sum + BLOCK_INDICATORS[block].length, 0);
const TOTAL_WEIGHT = BLOCKS.reduce((sum, block) => sum + BLOCK_WEIGHTS[block], 0);
const BOUNDS = Object.keys(IMPLIED_BOUNDS) as readonly ImpliedBound[];
const EXAMPLE = { low: 49, high: 86 };

/** Spearman's rank correlation of confirmed score and data completeness, today. */
export interface ReadinessPartProps {
  correlation: number | null;
  /** The zones that it is of. */
  zones: number;
}

/** The readiness score: blocks, weights, scale, why it is a range, and how certain the order is. */
export function ReadinessPart({ correlation, zones }: ReadinessPartProps) {
  const text = useText();
  const { t } = text;
  return (
    <>
      <p>{t("method.readiness.model")}</p>
      <p>
        {t.rich("method.readiness.indicators", {
          indicators: INDICATOR_COUNT,
          blocks: BLOCKS.length,
          link: (words) => (
            <Anchor className="link" href="/readiness">
              {words}
            </Anchor>
          ),
        })}
      </p>
      <TextTable
        label={t("method.readiness.blocks.caption")}
        heads={[
          { title: t("method.readiness.blocks.block"), className: "max-sm:w-[28%]" },
          { title: t("method.readiness.blocks.weight"), className: "max-sm:w-[20%]" },
          { title: t("method.readiness.blocks.indicators") },
        ]}
      >
        {BLOCKS.map((block) => (
          <tr key={block}>
            <th scope="row" className="text-start">
              <b className="sm:whitespace-nowrap">{text.groupLabel(block)}</b>
            </th>
            <td className="tabular">{text.percent(BLOCK_WEIGHTS[block] / TOTAL_WEIGHT)}</td>
            <td>{text.list(BLOCK_INDICATORS[block].map(text.fieldLabel))}</td>
          </tr>
        ))}
      </TextTable>
      <h3>{t("method.readiness.scale.title")}</h3>
      <ScaleTable />
      <h3>{t("method.readiness.range.title")}</h3>
      <p>
        {t.rich("method.readiness.range.ends", {
          confirmed: (words) => <TermLink of="confirmedScore">{words}</TermLink>,
          possible: (words) => <TermLink of="possibleScore">{words}</TermLink>,
          completeness: (words) => <TermLink of="dataCompleteness">{words}</TermLink>,
          weak: (words) => <TermLink of="weakEvidence">{words}</TermLink>,
        })}
      </p>
      <figure>
        <ReadinessBand value={EXAMPLE} height={12} />
        <figcaption className="mt-1.5 text-13 text-ink-3">
          {t("method.readiness.range.example", {
            low: text.number(EXAMPLE.low),
            high: text.number(EXAMPLE.high),
          })}
        </figcaption>
      </figure>
      <p>
        {t.rich("method.readiness.range.implied", {
          bound: (words) => <TermLink of="impliedBound">{words}</TermLink>,
        })}
      </p>
      <ul>
        {BOUNDS.map((bound) => (
          <li key={bound}>{text.impliedReason(bound)}</li>
        ))}
      </ul>
      <p>{t("method.readiness.range.order")}</p>
      <p>{describeCorrelation(text, correlation, zones)}</p>
      <p>{t("method.readiness.range.threshold")}</p>
    </>
  );
}

function ScaleTable() {
  const text = useText();
  const { t } = text;
  const rows = [
    ...Object.entries(INDICATOR_SCALE).map(([value, score]) => ({
      label: text.termLabel("indicator", value),
      score: text.number(score),
    })),
    {
      label: t("method.readiness.scale.percentage"),
      score: t("method.readiness.scale.percentageScore"),
    },
    ...(["enterprisesAdmitted", "enterprisesProducing"] as const).map((field) => ({
      label: text.fieldLabel(field),
      score: t("method.readiness.scale.fullCount", { full: text.number(FULL_COUNT[field]) }),
    })),
    {
      label: text.termLabel("indicator", NOT_APPLICABLE),
      score: t("method.readiness.scale.notApplicableScore"),
    },
  ];
  return (
    <TextTable
      label={t("method.readiness.scale.title")}
      heads={[
        { title: t("method.table.value"), className: "max-sm:w-[40%]" },
        { title: t("method.readiness.scale.score") },
      ]}
    >
      {rows.map(({ label, score }) => (
        <tr key={label}>
          <th scope="row" className="text-start">
            {label}
          </th>
          <td className="tabular">{score}</td>
        </tr>
      ))}
    </TextTable>
  );
}

/** Counts of zones today. */
export interface ScopePartProps {
  counts: Readonly<Record<Scope, number>>;
  /** Zones with confirmed approval, and candidates. */
  confirmed: number;
  candidates: number;
  /** The government's own figure and the source's id; null where it is not recorded. */
  announced: { readonly value: number; readonly sourceId: string } | null;
}

/** Which zones each scope includes, and why the sum to the announced number is arithmetic. */
export function ScopePart({ counts, confirmed, candidates, announced }: ScopePartProps) {
  const text = useText();
  const { t } = text;
  return (
    <>
      <p>{t("method.scopes.intro")}</p>
      <TextTable
        label={t("method.scopes.caption")}
        heads={[
          { title: t("method.scopes.scope"), className: "max-sm:w-[32%]" },
          { title: t("method.scopes.today"), className: "max-sm:w-[18%]" },
          { title: t("method.scopes.rule") },
        ]}
      >
        {SCOPES.map((scope) => (
          <tr key={scope}>
            <th scope="row" className="text-start">
              <Anchor className="link sm:whitespace-nowrap" href={`/zones?scope=${scope}`}>
                {scopeLabel(text, scope, null)}
              </Anchor>
            </th>
            <td className="tabular">{text.number(counts[scope])}</td>
            <td>{scopeRule(text, scope, null)}</td>
          </tr>
        ))}
      </TextTable>
      {announced === null ? null : (
        <p>
          {t.rich("method.scopes.announced", {
            announced: text.number(announced.value),
            confirmed: text.number(confirmed),
            candidates: text.number(candidates),
            adds: confirmed + candidates === announced.value ? "yes" : "no",
            source: (words) => (
              <Anchor className="link" href={`/sources/${announced.sourceId}`}>
                {words}
              </Anchor>
            ),
          })}
        </p>
      )}
      <p>
        {t.rich("method.scopes.candidate", {
          candidate: (words) => <TermLink of="candidate">{words}</TermLink>,
        })}
      </p>
      <p>{t("method.scopes.past")}</p>
    </>
  );
}
