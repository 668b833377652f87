import { Anchor } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { Original } from "@/components/ui/original";
import { tablePath } from "@/lib/contract/release-answer";
import { type CellTable, TABLE_FORMATS } from "@/lib/formats/day-tables";
import { useText } from "@/lib/text/use-text";

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

/** Name of a table and its content in a few words. */
export type TableFacts = Pick<CellTable, "name" | "summary">;

/** Each table with its files and the way to its page. */
export function TableList({ tables }: { tables: readonly TableFacts[] }) {
  const { t } = useText();
  return (
    <Section id="tables" title={t("data.tables.title")} size="large" lead={t("data.tables.lead")}>
      <ul className="text-13">
        {tables.map(({ name, summary }) => (
          <li
            key={name}
            className="grid gap-x-4 border-line border-t py-2 sm:grid-cols-[8rem_minmax(0,1fr)_auto]"
          >
            <Anchor
              className="link inline-flex min-h-6 items-center font-medium"
              href={tablePath(name)}
            >
              <code>{name}</code>
            </Anchor>
            <Original>{summary}</Original>
            <span className="flex gap-x-4">
              {TABLE_FORMATS.map((format) => (
                <Anchor
                  key={format}
                  className="link inline-flex min-h-6 items-center"
                  href={`/api/v1/tables/${name}.${format}`}
                  aria-label={`${name}.${format}`}
                >
                  {format}
                </Anchor>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
