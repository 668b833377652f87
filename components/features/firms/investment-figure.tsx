import { Figure } from "@/components/charts/figure";
import { UnknownValue } from "@/components/evidence/unknown-value";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import {
  computeTotal,
  getAmount,
  INVESTMENT_KINDS,
  INVESTMENT_WORDS,
  type InvestmentKind,
  type InvestmentRow,
} from "@/lib/firms/investment-rows";
import type { FigureColumn, FigureRow } from "@/lib/formats/figure-csv";
import { formatPartialDate } from "@/lib/text/format-date";
import { formatNumber } from "@/lib/text/format-number";
import "./firms.css";

const COLUMNS: readonly FigureColumn[] = [
  { key: "name", label: "Zone" },
  { key: "zone", label: "Zone id" },
  { key: "committed", label: "Committed, USD m", numeric: true },
  { key: "realised", label: "Realised, USD m", numeric: true },
  { key: "stated", label: "Stated for its firms, USD m", numeric: true },
  { key: "statedFirms", label: "Firms with a figure", numeric: true },
  { key: "firms", label: "Firms", numeric: true },
];

const FIELDS = {
  committed: "investmentCommittedUsdM",
  realised: "investmentRealisedUsdM",
} as const;

const FILLS: Readonly<Record<InvestmentKind, string>> = {
  committed: "fill-ramp-1",
  realised: "fill-ramp-4",
  stated: "fill-ramp-2",
};

/** Props of the figure on investment. */
export interface InvestmentFigureProps {
  rows: readonly InvestmentRow[];
  source: string;
  moment: string;
  /** Are only some of the firms asked for? */
  narrowed: boolean;
}

/** Investment by zone, in three kinds side by side on one scale and never added together. */
export function InvestmentFigure({ rows, source, moment, narrowed }: InvestmentFigureProps) {
  const told = rows.filter((row) => INVESTMENT_KINDS.some((kind) => getAmount(row, kind) !== null));
  const most = Math.max(
    1,
    ...told.flatMap((row) => INVESTMENT_KINDS.map((kind) => getAmount(row, kind) ?? 0)),
  );
  const untold = rows.length - told.length;
  return (
    <Figure
      title="Promised and made, by zone"
      name="investors-investment"
      columns={COLUMNS}
      rows={rows.map((row) => dataOf(row, moment))}
      source={source}
      note={`In millions of US dollars, each as of its own date, most converted by the source or the compiler. ${INVESTMENT_KINDS.map((kind) => `${INVESTMENT_WORDS[kind].label}: ${INVESTMENT_WORDS[kind].what}.`).join(" ")} The three overlap and are never added together.${narrowed ? " What is stated is that of the firms asked for; a zone's own figures are of all its firms." : ""}${untold === 0 ? "" : ` Of ${untold} zones all three are unknown.`}`}
    >
      {told.length === 0 ? (
        <p className="unknown py-2">Nothing is known of investment in these zones.</p>
      ) : (
        <table className="investor-list investor-amounts table-fixed">
          <caption className="sr-only">Investment by zone in three kinds, USD million</caption>
          <thead>
            <tr>
              <th scope="col" className="investor-unseen w-[10rem] font-medium lg:w-[13rem]">
                Zone
              </th>
              {INVESTMENT_KINDS.map((kind) => (
                <th key={kind} scope="col" className="font-medium">
                  {INVESTMENT_WORDS[kind].label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.map((row) => (
              <tr key={row.zone.slug}>
                <th scope="row" className="investor-across font-medium">
                  <a
                    className="inline-block min-h-6 py-0.5 hover:underline"
                    href={`/zones/${row.zone.slug}${moment}#firms`}
                  >
                    {row.name}
                  </a>
                  {row.candidate ? <span className="meta"> candidate</span> : null}
                </th>
                {INVESTMENT_KINDS.map((kind) => (
                  <td key={kind}>
                    <Amount row={row} kind={kind} most={most} moment={moment} narrowed={narrowed} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="investor-across font-semibold">
                All that is known
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
  );
}

interface AmountProps {
  row: InvestmentRow;
  kind: InvestmentKind;
  most: number;
  moment: string;
  narrowed: boolean;
}

function Amount({ row, kind, most, moment, narrowed }: AmountProps) {
  const amount = getAmount(row, kind);
  if (amount === null) {
    return kind === "stated" && row.stated.all === 0 ? (
      <span className="text-12 text-ink-3">{narrowed ? "no such firm" : "no firm listed"}</span>
    ) : (
      <UnknownValue />
    );
  }
  const anchor = kind === "stated" ? "firms" : getLedgerAnchor(FIELDS[kind]);
  return (
    <>
      <svg aria-hidden="true" width="100%" height={10} className="block">
        <rect
          y={1}
          width={`${Math.max(0.5, (98 * amount) / most)}%`}
          height={8}
          className={FILLS[kind]}
        />
      </svg>
      <a
        className="evidence-link tabular inline-block min-h-6"
        href={`/zones/${row.zone.slug}${moment}#${anchor}`}
      >
        {formatNumber(amount)}
      </a>{" "}
      <span className="meta">{amountWords(row, kind)}</span>
    </>
  );
}

/** The date of a zone's figure; of its firms, how many have one. */
function amountWords({ zone, stated }: InvestmentRow, kind: InvestmentKind): string {
  if (kind === "stated") return `${stated.known} of ${stated.all} firms`;
  const { evidence, mark } = zone.fields[FIELDS[kind]];
  if (evidence === null) return "";
  return `${formatPartialDate(evidence.date)}${mark === "contested" ? ", contested" : ""}`;
}

function Total({ rows, kind }: { rows: readonly InvestmentRow[]; kind: InvestmentKind }) {
  const { sum, known, all } = computeTotal(rows, kind);
  return (
    <>
      {sum === null ? <UnknownValue /> : <b className="tabular">{formatNumber(sum)}</b>}{" "}
      <span className="meta">
        {`known for ${known} of ${all} ${kind === "stated" ? "firms" : "zones"}`}
      </span>
    </>
  );
}

function dataOf(row: InvestmentRow, moment: string): FigureRow {
  const { zone, name, committed, realised, stated } = row;
  return {
    name,
    zone: zone.slug,
    committed,
    realised,
    stated: stated.sum,
    statedFirms: stated.known,
    firms: stated.all,
    href: `/zones/${zone.slug}${moment}#firms`,
  };
}
