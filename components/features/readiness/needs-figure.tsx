import type { Route } from "next";
import { Figure } from "@/components/charts/figure";
import { Legend } from "@/components/charts/legend";
import { Link } from "@/components/layout/link";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { EXPORT_FORMATS, exportAddress } from "@/components/query-bar/export-formats";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import { NOT_APPLICABLE } from "@/lib/catalogue/kinds";
import { VOCABULARIES } from "@/lib/catalogue/vocabularies";
import { embedPath } from "@/lib/contract/embeds";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { getTablePage, type ListParams } from "@/lib/query/list-page";
import { momentSearch } from "@/lib/query/moment-params";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { toSearch } from "@/lib/query/search-string";
import type { RankedRow } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import {
  countNeeds,
  NEED_FIELDS,
  NEED_ORDERS,
  NEEDS,
  type NeedOrder,
  sortByNeeds,
} from "@/lib/readiness/needs";
import { describeNeeds } from "@/lib/text/needs-summary";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { NeedSign, type NeedsCell, type NeedsRow, NeedsTable } from "./needs-table";

/** The parameter of the order of the table; without it, by province. */
export const ORDER_PARAM = "order";

function orderPairs(order: NeedOrder): [string, string][] {
  return order === "province" ? [] : [[ORDER_PARAM, order]];
}

interface NeedsFigureProps {
  /** The zones of the query. */
  rows: readonly RankedRow[];
  query: Query;
  order: NeedOrder;
  page: ListParams["page"];
  path: string;
  /** The other parameters of the page. */
  own: readonly (readonly [string, string])[];
  source: string;
}

/** Zone × what is needed: each fact as a sign that leads to its evidence. */
export function NeedsFigure({ rows, query, order, page, path, own, source }: NeedsFigureProps) {
  const text = useText();
  const { t } = text;
  const moment = momentSearch(query);
  const provinceName = (province: string) => text.termLabel("province", province);
  const list = getTablePage(sortByNeeds(rows, order, provinceName, text.locale), page);
  const kept = [...writeQuery(query), ...own.filter(([name]) => name !== ORDER_PARAM)];
  const pages = { list, path, kept: [...kept, ...orderPairs(order)] };
  const { finding } = describeNeeds(text, rows);
  return (
    <>
      <Figure
        title={finding}
        name="readiness-needs"
        source={source}
        embed={embedPath("needs", writeQuery(query))}
        controls={
          <>
            <p className="no-print mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="text-13 text-ink-2">{t("readiness.sort.label")}</span>
              <span className="scope-links">
                {NEED_ORDERS.map((key) => (
                  <Link
                    key={key}
                    href={(path + toSearch([...kept, ...orderPairs(key)])) as Route}
                    scroll={false}
                    prefetch={false}
                    aria-current={key === order ? "true" : undefined}
                    className="scope-link"
                  >
                    {t(`readiness.needs.order.${key}`)}
                  </Link>
                ))}
              </span>
            </p>
            <ListRange {...pages} file={exportAddress(EXPORT_FORMATS[0], query, [])} />
          </>
        }
        columns={[
          { key: "zone", label: t("readiness.needs.zone") },
          { key: "province", label: text.fieldLabel("province") },
          ...NEED_FIELDS.map((key) => ({ key, label: text.fieldLabel(key) })),
          { key: "reached", label: t("readiness.needs.reached"), numeric: true },
        ]}
        rows={list.items.map((row) => ({
          zone: shortZoneName(row),
          province: row.values.province === null ? null : provinceName(row.values.province),
          href: `/zones/${row.slug}${moment}#readiness`,
          ...Object.fromEntries(NEED_FIELDS.map((key) => [key, describeBare(text, row, key)])),
          reached: countNeeds(row).reached,
        }))}
        note={t("readiness.needs.note")}
      >
        <NeedsLegend />
        <NeedsTable
          label={t("readiness.needs.region")}
          heads={{ zone: t("readiness.needs.zone"), reached: t("readiness.needs.reached") }}
          groups={NEEDS.map(({ group, fields }) => ({
            title: text.groupLabel(group),
            fields: fields.map((key) => ({
              label: text.fieldLabel(key),
              anchor: getLedgerAnchor(key),
            })),
          }))}
          zones={list.items.map((row): NeedsRow => {
            const { reached, all } = countNeeds(row);
            const { province } = row.values;
            return {
              name: shortZoneName(row),
              href: `/zones/${row.slug}${moment}`,
              standing: row.progress.standing,
              candidate: isCandidate(row.values),
              ...(order === "province"
                ? { province: province === null ? t("common.unknown") : provinceName(province) }
                : {}),
              reached: `${text.number(reached)}/${text.number(all)}`,
              cells: NEED_FIELDS.map((key) => toCell(text, row, key)),
            };
          })}
        />
      </Figure>
      <ListPageLinks {...pages} label={finding} />
    </>
  );
}

/** A known value with a word of caution where its evidence is weak; null: unknown. */
function describeBare(text: Text, row: RankedRow, key: ZoneFieldKey): string | null {
  const value = row.values[key];
  if (value === null) return null;
  const words = text.value(key, value);
  return row.weak.includes(key) ? text.t("sharing.weak", { value: words }) : words;
}

function toCell(text: Text, row: RankedRow, key: ZoneFieldKey): NeedsCell {
  const value = row.values[key];
  if (value === null && !row.unused.includes(key)) return { state: "unknown" };
  const isWeak = row.weak.includes(key);
  const isDisputed = row.marks[key] === "contested";
  const { [key]: date } = row.dates;
  return {
    state: value === null ? "unknown" : String(value),
    words: text.t("readiness.needs.cell", {
      field: text.fieldLabel(key),
      value: value === null ? text.t("evidence.reportsUnused") : text.value(key, value),
      date: date === undefined ? "none" : text.partialDate(date),
      weak: isWeak ? "yes" : "no",
      disputed: isDisputed ? "yes" : "no",
    }),
    ...(isWeak ? { mark: "weak" } : isDisputed ? { mark: "disputed" } : {}),
  };
}

/** What the signs mean, from the best state on. */
const LEGEND = [
  ...VOCABULARIES.indicator.steps.map(({ value }) => value).toReversed(),
  "unknown",
  NOT_APPLICABLE,
] as const;

function NeedsLegend() {
  const { t, termLabel } = useText();
  const marks = { weak: t("common.support.weak"), disputed: t("common.disputed") } as const;
  return (
    <Legend
      className="mb-3"
      items={[
        ...LEGEND.map((state) => ({
          key: state,
          label: state === "unknown" ? t("evidence.unknown") : termLabel("indicator", state),
          swatch: { mark: <NeedSign state={state} /> },
        })),
        ...(["weak", "disputed"] as const).map((mark) => ({
          key: mark,
          label: marks[mark],
          swatch: { mark: <NeedSign state="partial" mark={mark} /> },
        })),
      ]}
    />
  );
}
