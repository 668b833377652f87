import { IntervalDrawing } from "@/components/charts/interval-drawing";
import { StandingDrawing } from "@/components/evidence/standing-drawing";
import { cx } from "@/components/ui/cx";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { ZoneRow } from "@/lib/evidence/row";
import { shortZoneName } from "@/lib/evidence/zone-name";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import type { Text } from "@/lib/text/text";
import { OutLink } from "./embed-document";
import { describeRange, describeSupported, describeValue } from "./zone-words";

/** Rows in an embedded table; the full view has the others. */
const MOST_ROWS = 100;

/** Columns that a narrow frame leaves out. */
const FIELDS = ["province", "legalStatus"] as const satisfies readonly ZoneFieldKey[];

interface EmbedTableProps {
  text: Text;
  rows: readonly RankedRow[];
  /** The address of a zone's page, with scheme and host. */
  zoneHref: (slug: string) => string;
}

/** The zones of a query in its order: place, legal status, standing with the progress behind it, and readiness. */
export function EmbedTable({ text, rows, zoneHref }: EmbedTableProps) {
  const shown = rows.slice(0, MOST_ROWS);
  if (shown.length === 0) return <p>{text.t("sharing.embed.none")}</p>;
  return (
    <>
      <div className="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.t("sharing.columns.zone")}</th>
              {FIELDS.map((field) => (
                <th key={field} scope="col" className="extra">
                  {text.fieldShort(field)}
                </th>
              ))}
              <th scope="col">{text.t("query.filter.standing")}</th>
              <th scope="col" colSpan={2}>
                {text.t("sharing.columns.readiness")}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.slug}>
                <th scope="row">
                  <OutLink href={zoneHref(row.slug)}>{shortZoneName(row)}</OutLink>
                </th>
                {FIELDS.map((field) => (
                  <td key={field} className={cx("extra", unknownClass(row, field))}>
                    {describeValue(text, row, field)}
                  </td>
                ))}
                <td className={unknownClass(row, "status")}>
                  <span className="mark">
                    <StandingDrawing
                      standing={row.progress.standing}
                      candidate={isCandidate(row.values)}
                    />
                    {text.t(`query.standing.${row.progress.standing}`)}
                  </span>
                  {row.values.status === null ? null : (
                    <small>{describeValue(text, row, "status")}</small>
                  )}
                </td>
                <td className="bar">
                  <ReadinessBar row={row} />
                </td>
                <td className="number">{describeRange(text, row.readiness)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown.length ? (
        <p>{text.t("sharing.more", { count: rows.length - shown.length })}</p>
      ) : null}
    </>
  );
}

/** A readiness as a bar: solid is confirmed, outlined unknown. Nothing where no indicator applies. */
export function ReadinessBar({ row }: { row: RankedRow }) {
  if (row.readiness === null) return null;
  return <IntervalDrawing {...row.readiness} candidate={isCandidate(row.values)} />;
}

/** The fields of a zone in an embed, the answer first. */
const FACTS = [
  "status",
  "legalStatus",
  "enterprisesProducing",
  "electricity",
  "areaAcres",
] as const satisfies readonly ZoneFieldKey[];

/** What is known of one zone, each fact with its support; what is unknown says so. */
export function FactTable({ text, row }: { text: Text; row: RankedRow }) {
  return (
    <table>
      <tbody>
        {FACTS.map((field) => (
          <tr key={field}>
            <th scope="row">{text.fieldLabel(field)}</th>
            <td className={unknownClass(row, field)}>
              {describeSupported(text, row, field)}
              <FactDate text={text} row={row} field={field} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{text.t("sharing.columns.readiness")}</th>
          <td>
            {describeRange(text, row.readiness)}
            <ReadinessBar row={row} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The date of a value; nothing where it is unknown, or in words beside it as that of progress is. */
function FactDate({ text, row, field }: { text: Text; row: ZoneRow; field: ZoneFieldKey }) {
  const date = row.dates[field];
  if (row.values[field] === null || date === undefined || field === "status") return null;
  return <small>{text.partialDate(date)}</small>;
}

function unknownClass({ values }: Pick<ZoneRow, "values">, field: ZoneFieldKey) {
  return values[field] === null ? "unknown" : undefined;
}
