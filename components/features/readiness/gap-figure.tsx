import { ScaleEnds } from "@/components/charts/axis";
import { Figure } from "@/components/charts/figure";
import { IntervalBar } from "@/components/charts/interval-bar";
import { Legend, type LegendItem } from "@/components/charts/legend";
import { ValueDate } from "@/components/evidence/field-value";
import { Anchor } from "@/components/layout/link";
import { Term } from "@/components/layout/term-link";
import type { ZoneFieldKey, ZoneValues } from "@/lib/catalogue/fields";
import { embedPath } from "@/lib/contract/embeds";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { answerGap, getBasis, getComparableShare, getDatedQuantity } from "@/lib/gaps/dated-gaps";
import {
  computeGap,
  getLargestQuantity,
  getQuantity,
  sortByGap,
  type Utility,
} from "@/lib/gaps/gaps";
import { TABLE_PAGE_SIZE } from "@/lib/query/list-page";
import { momentSearch } from "@/lib/query/moment-params";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { gapsSummary, gapsTitle } from "@/lib/text/gaps-summary";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import "./readiness.css";

interface GapFigureProps {
  utility: Utility;
  /** All zones that match the page's query. */
  zones: readonly ZoneRecord[];
  query: Query;
  asOf: Day;
  source: string;
}

/** One utility, needed and delivered, for the zones with any known quantity; the data behind it has the others too. */
export function GapFigure({ utility, zones, query, asOf, source }: GapFigureProps) {
  const text = useText();
  const { t } = text;
  const moment = momentSearch(query);
  const answer = answerGap(utility, zones);
  const title = gapsTitle(text, utility, answer);
  const drawn = sortByGap(utility, zones);
  const known = new Set(drawn);
  const full = getLargestQuantity(
    utility,
    drawn.map(({ values }) => values),
  );
  return (
    <div id={`gap-${utility.name}`} className="min-w-0 scroll-mt-4">
      <Figure
        title={title}
        name={`gap-${utility.name}`}
        source={source}
        embed={embedPath(utility.name, writeQuery(query))}
        controls={
          <div className="mb-3 max-w-[68ch] text-ink-2">
            <p>{gapsSummary(text, utility, answer)}</p>
            <div className="no-print mt-1 flex flex-wrap items-center gap-x-4">
              <Anchor
                className="link inline-flex min-h-6 items-center"
                href={`/zones${toSearch([...writeQuery(query), ["markers", utility.name]])}`}
              >
                {t("gaps.map")}
              </Anchor>
            </div>
          </div>
        }
        columns={[
          { key: "zone", label: t("gaps.figure.zone") },
          ...utility.stages.map(({ field }) => ({
            key: field,
            label: t("gaps.figure.quantity", {
              field: text.fieldLabel(field),
              unit: text.unitWords(utility.unit).name,
            }),
            numeric: true,
          })),
          ...utility.stages.flatMap(({ field }) => [
            {
              key: `${field}AsOf`,
              label: t("gaps.figure.asOf", { field: text.fieldLabel(field) }),
            },
            {
              key: `${field}Outdated`,
              label: t("gaps.figure.outdated", { field: text.fieldLabel(field) }),
            },
          ]),
          ...(utility.basis === null ? [] : [{ key: "basis", label: t("gaps.figure.basis") }]),
          { key: "share", label: t("gaps.figure.share"), numeric: true },
        ]}
        rows={[...drawn, ...zones.filter((zone) => !known.has(zone))]
          .slice(0, TABLE_PAGE_SIZE)
          .map((zone) => {
            const share = getComparableShare(utility, zone);
            return {
              zone: shortZoneName(zone),
              href: `/zones/${zone.slug}${moment}#delivery`,
              ...Object.fromEntries(
                utility.stages.flatMap(({ field }) => toCells(text, utility, zone, field)),
              ),
              basis: getBasis(utility, zone),
              share: share === null ? null : Math.round(1000 * share) / 10,
            };
          })}
      >
        {full === null || full === 0 ? (
          <p className="unknown text-15">{t("gaps.figure.empty")}</p>
        ) : (
          <>
            <GapLegend utility={utility} />
            <table className="bar-table">
              <thead>
                <tr>
                  <th scope="col">{t("gaps.figure.zone")}</th>
                  <td className="bar">
                    <ScaleEnds start={text.number(0)} end={text.amount(full, utility.unit)} />
                  </td>
                  {utility.stages.map(({ field, stage }) => (
                    <th key={field} scope="col">
                      <Term field={field}>{t(`gaps.stage.${stage}`)}</Term>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {drawn.slice(0, TABLE_PAGE_SIZE).map((zone) => (
                  <tr key={zone.slug}>
                    <th scope="row">
                      <Anchor
                        className="font-semibold hover:underline"
                        href={`/zones/${zone.slug}${moment}#delivery`}
                      >
                        {shortZoneName(zone)}
                      </Anchor>
                      {isCandidate(zone.values) ? (
                        <span className="meta block">{t("common.approval.candidate")}</span>
                      ) : null}
                      <LatestReport utility={utility} zone={zone} />
                    </th>
                    <td className="bar">
                      <GapBar utility={utility} values={zone.values} full={full} />
                    </td>
                    {utility.stages.map(({ field }) => (
                      <td key={field}>
                        <Quantity {...{ utility, zone, field, asOf, moment }} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Figure>
    </div>
  );
}

/** Where a figure of a zone is older, the date of the latest report on the utility. */
function LatestReport({ utility, zone }: Pick<QuantityProps, "utility" | "zone">) {
  const text = useText();
  const [newer] = utility.stages.flatMap(
    ({ field }) => getDatedQuantity(utility, zone, field)?.newerReport ?? [],
  );
  return newer === undefined ? null : (
    <span className="meta block">
      {text.t("gaps.figure.latest", { utility: utility.name, date: text.partialDate(newer) })}
    </span>
  );
}

/** A quantity with its date, and whether a newer report on the utility makes it old. */
function toCells({ t }: Text, utility: Utility, zone: ZoneRecord, field: ZoneFieldKey) {
  const quantity = getDatedQuantity(utility, zone, field);
  const isOld = quantity === null ? null : quantity.newerReport !== null;
  return [
    [field, quantity?.value ?? null],
    [`${field}AsOf`, quantity?.date ?? null],
    [`${field}Outdated`, isOld === null ? null : t(isOld ? "common.yesBare" : "common.noBare")],
  ] as const;
}

function GapLegend({ utility }: { utility: Utility }) {
  const { t } = useText();
  const items: readonly LegendItem[] = [
    { key: "needed", label: t("gaps.legend.needed"), swatch: { tone: "needed" } },
    ...listTicks(utility).map(
      ({ field }): LegendItem => ({
        key: field,
        label: t("gaps.legend.sanctioned"),
        swatch: {
          mark: <i aria-hidden="true" className="mx-1.5 h-3.5 flex-none border-ink-2 border-s-2" />,
        },
      }),
    ),
    { key: "delivered", label: t("gaps.legend.delivered"), swatch: { tone: "ramp-3" } },
    { key: "unknown", label: t("gaps.legend.unknown"), swatch: { tone: "unknown" } },
  ];
  return <Legend items={items} className="mb-2 max-sm:hidden" />;
}

/** The stages between need and delivery, which are ticks across the bar. */
function listTicks({ stages, needed, delivered }: Utility) {
  return stages.filter(({ field }) => field !== needed && field !== delivered);
}

interface GapBarProps {
  utility: Utility;
  values: ZoneValues;
  /** The quantity of a full bar, in the utility's unit. */
  full: number;
}

/**
 * What is delivered as a solid bar on the pale length of what is needed. Unknown delivery is hollow up
 * to the need, as it may be anything there; nothing is drawn where both are unknown.
 */
export function GapBar({ utility, values, full }: GapBarProps) {
  const { needed, delivered } = computeGap(utility, values);
  const markers = listTicks(utility).flatMap(({ field }) => {
    const at = getQuantity(values, field);
    return at === null ? [] : [{ at, kind: "tick" as const }];
  });
  return (
    <IntervalBar
      size="nested"
      tone="ramp-3"
      open="unknown"
      full={full}
      low={delivered ?? 0}
      high={delivered ?? needed ?? 0}
      behind={needed}
      markers={markers}
    />
  );
}

interface QuantityProps {
  utility: Utility;
  zone: ZoneRecord;
  field: ZoneFieldKey;
  asOf: Day;
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
}

/** A quantity as a link to its evidence, with its day and what it is for; unknown says so and is a link too. */
function Quantity({ utility, zone, field, asOf, moment }: QuantityProps) {
  const text = useText();
  const { t } = text;
  const { slug, fields } = zone;
  const { value } = fields[field];
  return (
    <>
      <Anchor
        className={value === null ? "evidence-link unknown" : "evidence-link tabular font-medium"}
        href={`/zones/${slug}${moment}#${getLedgerAnchor(field)}`}
      >
        {t.rich("gaps.figure.value", {
          value: value === null ? t("gaps.figure.unknown") : text.value(field, value),
          name: shortZoneName(zone),
          zone: (words) => <span className="sr-only">{words}</span>,
        })}
      </Anchor>
      <ValueDate resolution={fields[field]} asOf={asOf} className="block" />
      {utility.basis !== null && field === utility.needed && value !== null ? (
        <span className="meta block">
          {t(`gaps.figure.basisOf.${getBasis(utility, zone) ?? "unknown"}`)}
        </span>
      ) : null}
    </>
  );
}
