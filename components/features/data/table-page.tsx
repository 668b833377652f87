import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Anchor } from "@/components/layout/link";
import { CopyButton } from "@/components/layout/page-actions";
import { PageTitle } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { Original } from "@/components/ui/original";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { tablePath } from "@/lib/contract/release-answer";
import type { Cell } from "@/lib/formats/columns";
import { type CellTable, TABLE_FORMATS, type TableFilter } from "@/lib/formats/day-tables";
import { toSearch } from "@/lib/query/search-string";
import { useText } from "@/lib/text/use-text";
import { listCode } from "./read-table-code";

/** Values of a filter that are shown at once. */
const SHOWN_VALUES = 12;

type Pairs = readonly (readonly [string, string])[];

/** A filter with the number of rows for each of its values, the most first. */
interface TableFacet {
  readonly key: keyof TableFilter;
  readonly values: readonly (readonly [value: string, count: number])[];
}

interface TablePageProps {
  table: Pick<CellTable, "name" | "summary" | "columns">;
  /** Scheme and host of the site. */
  origin: string;
  /** Rows that match the filters. */
  count: number;
  /** Of these rows as CSV. */
  bytes: number;
  /** The first of them. */
  rows: readonly (readonly Cell[])[];
  chosen: TableFilter;
  /** The day and the revision in the address. */
  moment: Pairs;
  facets: readonly TableFacet[];
}

/** Filters and the moment as the part of an address from the question mark. */
const toAddress = (filter: TableFilter, moment: Pairs) =>
  toSearch([
    ...Object.entries(filter).map(([key, values]) => [key, values.join(",")] as const),
    ...moment,
  ]);

/** One table: its size and files, filters with counts, first rows, columns, and code that reads it. */
export function TablePage(props: TablePageProps) {
  const { table, origin, count, bytes, rows, chosen, moment, facets } = props;
  const text = useText();
  const { t } = text;
  const { name, summary, columns } = table;
  const search = toAddress(chosen, moment);
  const address = `/api/v1/tables/${name}`;
  const label = t("data.tables.rows", { table: name });
  return (
    <>
      <Breadcrumbs
        path={[
          { href: "/data", label: t("data.meta.title") },
          { href: "/data#tables", label: t("data.tables.title") },
        ]}
        here={<code>{name}</code>}
      />
      <PageTitle
        title={t("data.table.title", { name })}
        lead={t("data.table.size", {
          rows: count,
          columns: columns.length,
          size: text.fileSize(bytes),
        })}
      />
      <p className="max-w-[68ch]">
        <Original>{summary}</Original>
      </p>
      <p className="mt-2 flex flex-wrap gap-x-4">
        {TABLE_FORMATS.map((format) => (
          <Anchor
            key={format}
            className="link inline-flex min-h-6 items-center"
            href={`${address}.${format}${search}`}
          >
            {`${name}.${format}`}
          </Anchor>
        ))}
      </p>
      <div className="mt-10 grid gap-y-10">
        {facets.length > 0 && (
          <Section id="filters" title={t("data.table.filters")} size="large">
            <Facets name={name} facets={facets} chosen={chosen} moment={moment} />
          </Section>
        )}
        <Section id="rows" title={label} size="large" className="no-print">
          <ScrollRegion
            label={t("data.table.title", { name })}
            className="relative overflow-x-auto"
          >
            <table className="text-12" aria-label={label}>
              <thead>
                <tr>
                  {columns.map(({ key }) => (
                    <th key={key} scope="col" className="pe-3 text-start font-medium">
                      {key}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((cells) => (
                  <tr key={cells.join("|")} className="border-line border-t align-top">
                    {columns.map(({ key }, i) => (
                      <td key={key} className="pe-3">
                        <div className="w-max min-w-min max-w-80">
                          <Original>{String(cells[i] ?? "")}</Original>
                        </div>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </Section>
        <Section id="code" title={t("data.tables.code")} size="large">
          <dl className="grid max-w-[68rem] gap-3 text-13">
            {listCode(`${origin}${address}`, name, search).map(([program, code]) => (
              <div key={program}>
                <dt className="flex items-center justify-between text-ink-2">
                  {program}
                  <CopyButton text={code} what={program} />
                </dt>
                <dd dir="ltr">
                  <code className="block whitespace-pre-wrap wrap-anywhere bg-paper-2 p-3 text-12">
                    {code}
                  </code>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section id="columns" title={t("data.table.columns")} size="large">
          <dl className="text-13">
            {columns.map(({ key, type, values, definition }) => (
              <div
                key={key}
                className="grid gap-x-4 border-line border-t py-1.5 md:grid-cols-[16rem_minmax(0,1fr)]"
              >
                <dt>
                  <code className="font-medium [overflow-wrap:anywhere]">{key}</code>{" "}
                  <span className="text-ink-2">{type}</span>
                </dt>
                <dd className="[overflow-wrap:anywhere]">
                  <Original>{definition}</Original>{" "}
                  <span className="text-ink-2">
                    <Original>{values}</Original>
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
    </>
  );
}

/** Each value leads to its rows; a chosen one to the rows without this filter. */
function Facets({
  name,
  facets,
  chosen,
  moment,
}: Pick<TablePageProps, "facets" | "chosen" | "moment"> & { name: string }) {
  const text = useText();
  const linkTo = (filter: TableFilter) => tablePath(name) + toAddress(filter, moment);
  return (
    <dl className="grid gap-3 text-13">
      {facets.map(({ key, values }) => {
        const { [key]: own, ...others } = chosen;
        return (
          <div key={key}>
            <dt>
              <code className="font-medium">{key}</code>
            </dt>
            <dd className="flex flex-wrap gap-x-4">
              {own ? (
                <Anchor className="link inline-flex min-h-6 items-center" href={linkTo(others)}>
                  {text.t("data.table.remove", { value: own.join(", ") })}
                </Anchor>
              ) : (
                values.slice(0, SHOWN_VALUES).map(([value, count]) => (
                  <Anchor
                    key={value}
                    className="link inline-flex min-h-6 items-center gap-1"
                    href={linkTo({ ...chosen, [key]: [value] })}
                  >
                    <bdi>{value}</bdi> <span className="tabular">({text.number(count)})</span>
                  </Anchor>
                ))
              )}
              {!own && values.length > SHOWN_VALUES && (
                <span className="inline-flex min-h-6 items-center text-ink-2">
                  {text.t("data.table.more", { count: values.length - SHOWN_VALUES })}
                </span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
