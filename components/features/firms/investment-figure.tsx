import { Bar } from "@/components/charts/bar";
import type { Tone } from "@/components/charts/drawing";
import { Figure } from "@/components/charts/figure";
import { greatest } from "@/components/charts/scales";
import { UnknownValue } from "@/components/evidence/evidence-line";
import { ListPageLinks, ListRange } from "@/components/layout/list-pages";
import { Term } from "@/components/layout/term-link";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
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
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import "./firms.css";

const FIELDS = {
  committed: "investmentCommittedUsdM",
  realised: "investmentRealisedUsdM",
  stated: "investmentUsdM",
} as const;

const TONES: Readonly<Record<InvestmentKind, Tone>> = {
  committed: "ramp-1",
  realised: "ramp-4",
  stated: "ramp-2",
};

interface InvestmentFigureProps {
  rows: readonly InvestmentRow[];
  source: string;
  query: Query;
  /** Do the filters leave out some firms? */
  isFiltered: boolean;
  /** The page of the zones, and the path and the other parameters of its address. */
  page: ListParams["page"];
  path: string;
  kept: readonly (readonly [string, string])[];
}

/** Investment by zone, in three kinds side by side on one scale and never added together. */
export function InvestmentFigure(props: InvestmentFigureProps) {
  const { rows, source, query, isFiltered, page, path, kept } = props;
  const text = useText();
  const { t } = text;
  const title = t("firms.investment.title");
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
        name="investors-investment"
        controls={<ListRange {...pages} />}
        columns={[
          { key: "name", label: t("firms.investment.zone") },
          { key: "zone", label: t("firms.investment.zoneId") },
          ...(["committed", "realised", "stated", "statedFirms", "firms"] as const).map((key) => ({
            key,
            label: t(`firms.investment.column.${key}`),
            numeric: true,
          })),
        ]}
        rows={list.items.map(({ zone, name, committed, realised, stated }) => ({
          name,
          zone: zone.slug,
          committed,
          realised,
          stated: stated.sum,
          statedFirms: stated.known,
          firms: stated.all,
          href: `/zones/${zone.slug}${moment}#firms`,
        }))}
        source={source}
        note={text.sentences(notes)}
      >
        {known.length === 0 ? (
          <p className="unknown py-2">{t("firms.investment.none")}</p>
        ) : (
          <table className="investor-list investor-amounts table-fixed">
            <caption className="sr-only">{t("firms.investment.caption")}</caption>
            <thead>
              <tr>
                <th scope="col" className="card-sr-only w-[10rem] font-medium lg:w-[13rem]">
                  {t("firms.investment.zone")}
                </th>
                {INVESTMENT_KINDS.map((kind) => (
                  <th key={kind} scope="col" className="font-medium">
                    <Term field={FIELDS[kind]}>{t(`firms.investment.column.${kind}`)}</Term>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(list.pages === 1 ? known : list.items).map((row) => (
                <tr key={row.zone.slug}>
                  <th scope="row" className="font-medium">
                    <a href={`/zones/${row.zone.slug}${moment}#firms`}>{row.name}</a>{" "}
                    {row.candidate ? (
                      <span className="meta">{t("common.approval.candidate")}</span>
                    ) : null}
                  </th>
                  {INVESTMENT_KINDS.map((kind) => (
                    <td key={kind}>
                      <Amount
                        row={row}
                        kind={kind}
                        full={full}
                        moment={moment}
                        isFiltered={isFiltered}
                      />
                    </td>
                  ))}
                </tr>
              ))}
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

interface AmountProps {
  row: InvestmentRow;
  kind: InvestmentKind;
  /** The amount of a full bar. */
  full: number;
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
  isFiltered: boolean;
}

function Amount({ row, kind, full, moment, isFiltered }: AmountProps) {
  const text = useText();
  const amount = getAmount(row, kind);
  if (amount === null) {
    return kind === "stated" && row.stated.all === 0 ? (
      <span className="text-12 text-ink-3">
        {text.t(isFiltered ? "firms.investment.noMatch" : "firms.investment.noFirm")}
      </span>
    ) : (
      <UnknownValue />
    );
  }
  const anchor = kind === "stated" ? "firms" : getLedgerAnchor(FIELDS[kind]);
  return (
    <>
      <Bar value={amount} full={full} tone={TONES[kind]} />
      <a className="evidence-link" href={`/zones/${row.zone.slug}${moment}#${anchor}`}>
        {formatMillions(text, amount)}
      </a>{" "}
      <span className="meta">
        <AmountNote row={row} kind={kind} />
      </span>
    </>
  );
}

/** To 1 decimal; below 1 million to 2, so that a small amount is not taken for none. */
function formatMillions({ number }: Text, amount: number): string {
  return number(amount, { digits: amount < 1 ? 2 : 1 });
}

/** The date of a zone's amount; for the amounts of its firms, how many have one. */
function AmountNote({ row: { zone, stated }, kind }: Pick<AmountProps, "row" | "kind">) {
  const text = useText();
  if (kind === "stated") {
    return text.t("firms.investment.ofFirms", {
      known: text.number(stated.known),
      all: stated.all,
    });
  }
  const { evidence, mark } = zone.fields[FIELDS[kind]];
  return evidence === null
    ? null
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
      {sum === null ? <UnknownValue /> : <b className="tabular">{formatMillions(text, sum)}</b>}{" "}
      <span className="meta">
        {text.t(kind === "stated" ? "firms.investment.knownFirms" : "firms.investment.knownZones", {
          known: text.number(known),
          all,
        })}
      </span>
    </>
  );
}
