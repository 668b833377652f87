import { ScaleEnds } from "@/components/charts/axis";
import { Figure } from "@/components/charts/figure";
import { IntervalBar } from "@/components/charts/interval-bar";
import { Legend, type LegendItem } from "@/components/charts/legend";
import { ValueDate } from "@/components/evidence/field-value";
import { StandingMark } from "@/components/evidence/standing-mark";
import { Anchor } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { Term } from "@/components/layout/term-link";
import { EXPORT_FORMATS, exportAddress } from "@/components/query-bar/export-formats";
import type { ZoneFieldKey, ZoneValues } from "@/lib/catalogue/fields";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { getBasis, getComparableShare, getDatedQuantity } from "@/lib/gaps/dated-gaps";
import {
  computeGap,
  getLargestQuantity,
  getQuantity,
  sortByGap,
  type Utility,
} from "@/lib/gaps/gaps";
import { getTablePage, type ListParams } from "@/lib/query/list-page";
import { momentSearch } from "@/lib/query/moment-params";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { writeQuery } from "@/lib/query/write-query";
import { getZoneStanding } from "@/lib/readiness/standing";
import { noBreak } from "@/lib/text/no-break";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import "./gap-table.css";

interface GapFigureProps {
  utility: Utility;
  /** All zones that match the page's query. */
  zones: readonly ZoneRecord[];
  query: Query;
  /** The page of the zones, from the address of the page at `path`. */
  page: ListParams["page"];
  path: string;
  /** The pages of other lists in that address. */
  otherPages?: readonly (readonly [string, string])[];
  asOf: Day;
  source: string;
}

/**
 * One utility, needed and delivered, for every zone with any known quantity. The data behind it has the other zones too,
 * and so has the figure where it has several pages.
 */
export function GapFigure(props: GapFigureProps) {
  const { utility, zones, query, page, path, otherPages = [], asOf, source } = props;
  const text = useText();
  const title = text.fieldLabel(utility.indicator);
  const moment = momentSearch(query);
  const drawn = sortByGap(utility, zones);
  const full = getLargestQuantity(
    utility,
    drawn.map(({ values }) => values),
  );
  const known = new Set(drawn);
  const others = zones.filter((zone) => !known.has(zone));
  const list = getTablePage([...drawn, ...others], page);
  const anchor = `gap-${utility.name}`;
  const pages = {
    list,
    path,
    kept: [...writeQuery(query), ...otherPages],
    param: `${utility.name}Page`,
  };
  return (
    <div id={anchor} className="scroll-mt-4">
      <Figure
        title={title}
        name={anchor}
        source={source}
        controls={<ListRange {...pages} file={exportAddress(EXPORT_FORMATS[0], query, [])} />}
        columns={[
          { key: "zone", label: text.t("gaps.figure.zone") },
          ...utility.stages.map(({ field }) => ({
            key: field,
            label: text.t("gaps.figure.quantity", {
              field: text.fieldLabel(field),
              unit: text.unitWords(utility.unit).name,
            }),
            numeric: true,
          })),
          ...utility.stages.flatMap(({ field }) => [
            {
              key: `${field}AsOf`,
              label: text.t("gaps.figure.asOf", { field: text.fieldLabel(field) }),
            },
            {
              key: `${field}Outdated`,
              label: text.t("gaps.figure.outdated", { field: text.fieldLabel(field) }),
            },
          ]),
          ...(utility.basis === null ? [] : [{ key: "basis", label: text.t("gaps.figure.basis") }]),
          { key: "share", label: text.t("gaps.figure.share"), numeric: true },
        ]}
        rows={list.items.map((zone) => {
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
          <p className="unknown text-15">{text.t("gaps.figure.empty")}</p>
        ) : (
          <>
            <GapLegend utility={utility} />
            <GapTable
              utility={utility}
              zones={list.pages === 1 ? drawn : list.items}
              full={full}
              asOf={asOf}
              moment={moment}
            />
          </>
        )}
      </Figure>
      <ListPageLinks {...pages} label={title} anchor={anchor} />
    </div>
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
  const text = useText();
  const items: readonly LegendItem[] = [
    {
      key: "needed",
      label: text.t("gaps.legend.needed", { basis: utility.basis === null ? "none" : "marked" }),
      swatch: { tone: "needed" },
    },
    ...listTicks(utility).map(
      ({ field }): LegendItem => ({
        key: field,
        label: text.t("gaps.legend.sanctioned"),
        swatch: { mark: <TickSwatch /> },
      }),
    ),
    { key: "delivered", label: text.t("gaps.legend.delivered"), swatch: { tone: "ramp-3" } },
    { key: "unknown", label: text.t("gaps.legend.unknown"), swatch: { tone: "unknown" } },
  ];
  return <Legend items={items} className="mb-2" />;
}

/** The stages between need and delivery, which are ticks across the bar. */
function listTicks({ stages, needed, delivered }: Utility) {
  return stages.filter(({ field }) => field !== needed && field !== delivered);
}

function TickSwatch() {
  return <i aria-hidden="true" className="mx-1.5 h-3.5 flex-none border-ink-2 border-s-2" />;
}

interface GapTableProps extends Pick<GapFigureProps, "utility" | "zones" | "asOf"> {
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
  /** The quantity of a full bar, in the utility's unit. */
  full: number;
}

/** A row for each zone: its quantities as one bar on a common scale, and each with its date and its evidence. */
function GapTable({ utility, zones, full, asOf, moment }: GapTableProps) {
  const text = useText();
  const { unit, stages } = utility;
  return (
    <div className="gap-region">
      <table className="gap-table">
        <thead>
          <tr>
            <th scope="col">{text.t("gaps.figure.zone")}</th>
            <td className="gap-bar">
              <ScaleEnds start={text.number(0)} end={text.amount(full, unit)} />
            </td>
            {stages.map(({ field, stage }) => (
              <th key={field} scope="col">
                <Term field={field}>{text.t(`gaps.stage.${stage}`)}</Term>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr key={zone.slug}>
              <th scope="row">
                <ZoneName utility={utility} zone={zone} moment={moment} />
              </th>
              <td className="gap-bar">
                <GapBar utility={utility} values={zone.values} full={full} />
              </td>
              {stages.map(({ field, stage }) => (
                <td key={field} data-label={text.t(`gaps.stage.${stage}`)}>
                  <Quantity
                    utility={utility}
                    zone={zone}
                    field={field}
                    asOf={asOf}
                    moment={moment}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface GapBarProps {
  utility: Utility;
  values: ZoneValues;
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

/** The name of a zone and, where a figure of it is older, the date of the latest report on the utility. */
function ZoneName({ utility, zone, moment }: Pick<QuantityProps, "utility" | "zone" | "moment">) {
  const text = useText();
  const { slug, values } = zone;
  const candidate = isCandidate(values);
  const [newer] = utility.stages.flatMap(
    ({ field }) => getDatedQuantity(utility, zone, field)?.newerReport ?? [],
  );
  return (
    <>
      <span className="flex items-start gap-1.5">
        <StandingMark standing={getZoneStanding(zone)} candidate={candidate} className="mt-0.5" />
        <Anchor className="font-semibold hover:underline" href={`/zones/${slug}${moment}#delivery`}>
          {shortZoneName({ slug, values })}
        </Anchor>
      </span>
      {candidate ? (
        <span className="block text-12 text-ink-3">
          {text.t("common.approval.candidateInFull")}
        </span>
      ) : null}
      {newer === undefined ? null : (
        <span className="block ps-5 text-12 text-ink-3">
          {text.t("gaps.figure.latest", {
            utility: utility.name,
            date: noBreak(text.partialDate(newer)),
          })}
        </span>
      )}
    </>
  );
}

interface QuantityProps {
  utility: Utility;
  zone: ZoneRecord;
  field: ZoneFieldKey;
  asOf: Day;
  moment: string;
}

/** A quantity as a link to its evidence, with its day and what it is for; unknown says so and is a link too. */
function Quantity({ utility, zone, field, asOf, moment }: QuantityProps) {
  const text = useText();
  const { slug, fields } = zone;
  const { value } = fields[field];
  const isOlder = (getDatedQuantity(utility, zone, field)?.newerReport ?? null) !== null;
  return (
    <>
      <Anchor
        className={value === null ? "evidence-link unknown" : "evidence-link tabular font-medium"}
        href={`/zones/${slug}${moment}#${getLedgerAnchor(field)}`}
      >
        {text.t.rich("gaps.figure.value", {
          value: value === null ? text.t("gaps.figure.unknown") : text.value(field, value),
          name: shortZoneName(zone),
          zone: (words) => <span className="sr-only">{words}</span>,
        })}
      </Anchor>
      <ValueDate resolution={fields[field]} asOf={asOf} className="block" />
      {utility.basis !== null && field === utility.needed && value !== null ? (
        <span className="meta block">
          {text.t(`gaps.figure.basisOf.${getBasis(utility, zone) ?? "unknown"}`)}
        </span>
      ) : null}
      {isOlder ? (
        <span className="block text-12 text-amber-ink">{text.t("gaps.figure.older")}</span>
      ) : null}
    </>
  );
}
