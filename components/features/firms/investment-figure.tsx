import { Figure } from "@/components/charts/figure";
import { greatest } from "@/components/charts/scales";
import { UnknownValue } from "@/components/evidence/evidence-line";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { Term } from "@/components/layout/term-link";
import {
  computeTotal,
  getAmount,
  INVESTMENT_KINDS,
  type InvestmentKind,
  type InvestmentRow,
} from "@/lib/firms/firm-counts";
import { getTablePage, type ListParams } from "@/lib/query/list-page";
import { momentSearch } from "@/lib/query/moment-params";
import type { Query } from "@/lib/query/query";
import { investmentTitle } from "@/lib/text/firm-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { INVESTMENT_FIELDS, millionsDigits } from "./firm-columns";
import { InvestmentRows } from "./investment-rows";
import "./firms.css";

interface InvestmentFigureProps {
  rows: readonly InvestmentRow[];
  source: string;
  embed: string;
  query: Query;
  /** Do the filters leave out some firms? */
  isFiltered: boolean;
  /** The page of the zones, and the path and the other parameters of its address. */
  page: ListParams["page"];
  path: string;
  kept: readonly (readonly [string, string])[];
}

/** The columns of the figure's data after the zone, and whether they are numbers. */
const COLUMNS = [
  ["committed", true],
  ["committedAsOf", false],
  ["realised", true],
  ["realisedAsOf", false],
  ["stated", true],
  ["statedYears", false],
  ["statedFirms", true],
  ["firms", true],
] as const;

/** Investment by zone, in three kinds side by side on one scale and never added together. */
export function InvestmentFigure(props: InvestmentFigureProps) {
  const { rows, source, embed, query, isFiltered, page, path, kept } = props;
  const text = useText();
  const { t } = text;
  const title = investmentTitle(text, rows);
  const known = rows.filter((row) =>
    INVESTMENT_KINDS.some((kind) => getAmount(row, kind) !== null),
  );
  const full = greatest(
    known.flatMap((row) => INVESTMENT_KINDS.map((kind) => getAmount(row, kind))),
  );
  const unknown = rows.length - known.length;
  const moment = momentSearch(query);
  const list = getTablePage(rows, page);
  const pages = { list, path, kept, param: "zonesPage" };
  const shown = new Set(list.pages === 1 ? known : list.items);
  const figureRows = list.items.map((row) => ({
    name: row.name,
    zone: row.zone.slug,
    committed: row.committed,
    committedAsOf: row.zone.fields.investmentCommittedUsdM.evidence?.date ?? null,
    realised: row.realised,
    realisedAsOf: row.zone.fields.investmentRealisedUsdM.evidence?.date ?? null,
    stated: row.stated.sum,
    statedYears: row.statedYears && describeYears(text, row.statedYears),
    statedFirms: row.stated.known,
    firms: row.stated.all,
    href: `/zones/${row.zone.slug}${moment}#firms`,
    isCandidate: row.candidate ? (1 as const) : undefined,
    isShown: shown.has(row) ? (1 as const) : undefined,
    ...Object.fromEntries(
      INVESTMENT_KINDS.filter((kind) => getAmount(row, kind) !== null).map((kind) => [
        `${kind}Note`,
        describeAmount(text, row, kind),
      ]),
    ),
  }));
  const notes = [
    t("firms.investment.unit"),
    ...INVESTMENT_KINDS.map((kind) => t(`firms.investment.meaning.${kind}`)),
    t("firms.investment.overlap"),
    ...(isFiltered ? [t("firms.investment.filtered")] : []),
    ...(unknown === 0 ? [] : [t("firms.investment.unknown", { count: unknown })]),
  ];
  return (
    <div id="investment" className="scroll-mt-4">
      <Figure
        title={title}
        name="firms-investment"
        controls={<ListRange {...pages} />}
        columns={[
          { key: "name", label: t("firms.investment.zone") },
          { key: "zone", label: t("firms.investment.zoneId") },
          ...COLUMNS.map(([key, numeric]) => ({
            key,
            label: t(`firms.investment.column.${key}`),
            numeric,
          })),
        ]}
        rows={figureRows}
        source={source}
        embed={embed}
        note={text.sentences(notes)}
      >
        {known.length === 0 ? (
          <p className="unknown py-2">{t("firms.investment.none")}</p>
        ) : (
          <table className="firms-list firms-amounts table-fixed">
            <caption className="sr-only">{t("firms.investment.caption")}</caption>
            <thead>
              <tr>
                <th scope="col" className="card-sr-only w-[10rem] font-medium lg:w-[13rem]">
                  {t("firms.investment.zone")}
                </th>
                {INVESTMENT_KINDS.map((kind) => (
                  <th key={kind} scope="col" className="font-medium">
                    <Term field={INVESTMENT_FIELDS[kind]}>
                      {t(`firms.investment.column.${kind}`)}
                    </Term>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <InvestmentRows
                rows={figureRows}
                full={full}
                noFirm={t(isFiltered ? "firms.investment.noMatch" : "firms.investment.noFirm")}
              />
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" className="font-semibold">
                  {t("firms.investment.total")}
                </th>
                {INVESTMENT_KINDS.map((kind) => (
                  <td key={kind}>
                    <Total rows={rows} kind={kind} />
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        )}
      </Figure>
      <ListPageLinks {...pages} label={title} anchor="investment" />
    </div>
  );
}

/** "2019", or "2017–2024". */
function describeYears(text: Text, [first, last]: readonly [number, number]): string {
  return text.t("firms.investment.years", {
    first: text.partialDate(String(first)),
    last: text.partialDate(String(last)),
    span: first === last ? "one" : "several",
  });
}

/** The date of a zone's amount; for the amounts of its firms, how many have one, and of which years they are. */
function describeAmount(
  text: Text,
  { zone, stated, statedYears }: InvestmentRow,
  kind: InvestmentKind,
): string | undefined {
  if (kind === "stated") {
    return text.t("firms.investment.ofFirms", {
      known: text.number(stated.known),
      all: stated.all,
      years: statedYears === null ? "" : describeYears(text, statedYears),
    });
  }
  const { evidence, mark } = zone.fields[INVESTMENT_FIELDS[kind]];
  return evidence === null
    ? undefined
    : text.t("firms.investment.dated", {
        date: text.partialDate(evidence.date),
        disputed: mark === "contested" ? "yes" : "no",
      });
}

function Total({ rows, kind }: { rows: readonly InvestmentRow[]; kind: InvestmentKind }) {
  const text = useText();
  const { sum, known, all } = computeTotal(rows, kind);
  return (
    <>
      {sum === null ? (
        <UnknownValue />
      ) : (
        <b className="tabular">{text.number(sum, { digits: millionsDigits(sum) })}</b>
      )}{" "}
      <span className="meta">
        {text.t(kind === "stated" ? "firms.investment.knownFirms" : "firms.investment.knownZones", {
          known: text.number(known),
          all,
        })}
      </span>
    </>
  );
}
