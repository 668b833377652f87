import { Anchor } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { Original } from "@/components/ui/original";
import { TABLE_FORMATS } from "@/lib/formats/day-tables";
import { useText } from "@/lib/text/use-text";
import { TableRows } from "./table-rows";

/** The files that most people need. */
const TAKEN = [
  { key: "xlsx", href: "/api/v1/zones.xlsx?scope=all" },
  { key: "csv", href: "/api/v1/zones.csv?scope=all" },
  { key: "evidence", href: "/api/v1/tables/evidence.csv" },
  { key: "sqlite", href: "/api/v1/registry.sqlite" },
] as const;

/** What to take if one does not want to choose. */
export function TakeThis() {
  const { t } = useText();
  return (
    <Section id="take" title={t("data.take.title")} size="large">
      <ul className="grid gap-3 text-13 sm:grid-cols-2">
        {TAKEN.map(({ key, href }) => (
          <li key={key} className="border border-line p-3">
            <Anchor
              className="link inline-flex min-h-6 items-center font-medium text-15"
              href={href}
            >
              {t(`data.take.name.${key}`)}
            </Anchor>
            <span className="block text-ink-2">{t(`data.take.${key}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the page says about a table. */
export interface TableFacts {
  readonly name: string;
  /** Its content in a few words. */
  readonly summary: string;
  /** Each with its type. */
  readonly columns: readonly string[];
  /** Its filters. */
  readonly conditions: readonly string[];
}

/** Code that reads a table, by program. */
const listCode = (address: string, name: string): readonly (readonly [string, string])[] => [
  ["pandas", `pandas.read_csv("${address}.csv")`],
  ["R", `readr::read_csv("${address}.csv")`],
  ["DuckDB", `SELECT * FROM '${address}.parquet'`],
  ["Excel (Power Query)", `Csv.Document(Web.Contents("${address}.csv"))`],
  ["QGIS, GDAL", `/vsicurl/${address}.csv`],
  ["SQLite", `SELECT * FROM ${name}`],
];

interface TableListProps {
  /** Scheme and host of the site. */
  origin: string;
  tables: readonly TableFacts[];
}

/** Each table: its files, filters, columns, first rows, and how to read it. */
export function TableList({ origin, tables }: TableListProps) {
  const { t } = useText();
  return (
    <Section id="tables" title={t("data.tables.title")} size="large" lead={t("data.tables.lead")}>
      {tables.map((table) => (
        <TableEntry key={table.name} origin={origin} table={table} />
      ))}
    </Section>
  );
}

function TableEntry({ origin, table }: { origin: string; table: TableFacts }) {
  const { t } = useText();
  const { name, summary, columns, conditions } = table;
  const path = `/api/v1/tables/${name}`;
  return (
    <TableRows
      path={path}
      label={t("data.tables.rows", { table: name })}
      summary={
        <summary className="min-h-6 cursor-pointer">
          <code className="font-medium">{name}</code>: <Original>{summary}</Original>
        </summary>
      }
    >
      <p className="mt-2 flex flex-wrap gap-x-4">
        {TABLE_FORMATS.map((format) => (
          <Anchor
            key={format}
            className="link inline-flex min-h-6 items-center"
            href={`${path}.${format}`}
          >
            {`${name}.${format}`}
          </Anchor>
        ))}
      </p>
      <p className="mt-2 text-ink-2">
        {conditions.length === 0
          ? t("data.tables.noConditions")
          : t("data.tables.conditions", { names: conditions.join(", ") })}
      </p>
      <h3 className="mt-3 font-medium">{t("data.tables.code")}</h3>
      <dl dir="ltr" className="grid grid-cols-[auto_1fr] gap-x-3">
        {listCode(origin + path, name).map(([program, code]) => (
          <div key={program} className="contents">
            <dt>{program}</dt>
            <dd className="min-w-0 break-all">
              <code>{code}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p dir="ltr" className="mt-3 text-ink-2">
        {columns.join(", ")}
      </p>
    </TableRows>
  );
}
