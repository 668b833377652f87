import { Anchor } from "@/components/layout/link";
import { Section } from "@/components/layout/section";
import { EXPORT_FORMATS } from "@/components/query-bar/export-formats";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { FEED_FORMATS } from "@/lib/contract/feeds";
import { OGC_RESOURCES } from "@/lib/contract/ogc/resources";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";

/** The number of records of each kind today. */
export interface DataCounts {
  /** Zones of every scope. */
  readonly zones: number;
  /** Zones of the default scope. */
  readonly announced: number;
  readonly reports: number;
  readonly firms: number;
  readonly sources: number;
  readonly events: number;
  readonly context: number;
}

interface TodaysFile {
  readonly name: string;
  readonly href: string;
  readonly content: string;
  /** Number of records; `all`: it has the records of every kind; `growing`: a feed. */
  readonly count: number | "all" | "growing";
}

function listFiles({ t }: Text, counts: DataCounts): readonly TodaysFile[] {
  const file = (
    key: "firms" | "sources" | "events" | "context" | "sqlite" | "package" | "ogc",
    href: string,
    count: TodaysFile["count"],
  ): TodaysFile => ({
    name: t(`data.files.${key}.name`),
    href,
    content: t(`data.files.${key}.content`),
    count,
  });
  return [
    ...EXPORT_FORMATS.map(({ extension, name }) => ({
      name: t("data.files.zones", { format: name }),
      href: `/api/v1/zones.${extension}?scope=all`,
      content: t(`query.file.${extension}`),
      count: counts.zones,
    })),
    file("ogc", OGC_RESOURCES.landing.path, counts.announced),
    file("sqlite", "/api/v1/registry.sqlite", "all"),
    file("package", "/api/v1/package.zip?scope=all", "all"),
    file("firms", "/api/v1/tenancies?limit=1000", counts.firms),
    file("sources", "/api/v1/sources?limit=1000", counts.sources),
    file("events", "/api/v1/events?limit=1000", counts.events),
    file("context", "/api/v1/context?limit=1000", counts.context),
    ...FEED_FORMATS.map(
      ({ ending, name }): TodaysFile => ({
        name: t("data.files.feed.name", { format: name }),
        href: `/api/v1/changes.${ending}`,
        content: t("data.files.feed.content"),
        count: "growing",
      }),
    ),
    {
      name: t("data.files.calendar.name"),
      href: `${ENDPOINTS.targetsCalendar.path}?scope=all`,
      content: t("data.files.calendar.content"),
      count: "growing",
    },
  ];
}

/** The files of today's data, with the number of records in each. */
export function TodaysFiles({ counts }: { counts: DataCounts }) {
  const text = useText();
  const { t } = text;
  return (
    <Section
      id="files"
      title={t("data.files.title")}
      size="large"
      lead={t.rich("data.files.lead", {
        zones: counts.zones,
        announced: counts.announced,
        explorer: (words) => (
          <Anchor className="link" href="/zones">
            {words}
          </Anchor>
        ),
      })}
    >
      <table aria-label={t("data.files.title")} className="w-full text-13">
        <thead className="text-12 text-ink-3">
          <tr className="border-line-2 border-b">
            <th scope="col" className="py-1.5 pe-4 font-medium">
              {t("data.files.file")}
            </th>
            <th scope="col" className="py-1.5 pe-4 font-medium max-sm:hidden">
              {t("data.files.content")}
            </th>
            <th scope="col" className="py-1.5 text-end font-medium">
              {t("data.files.records")}
            </th>
          </tr>
        </thead>
        <tbody>
          {listFiles(text, counts).map(({ name, href, content, count }) => (
            <tr key={href} className="border-line border-b align-top">
              <td className="py-2 pe-4">
                <Anchor className="link" href={href}>
                  {name}
                </Anchor>
                <span className="block text-12 text-ink-2 sm:hidden">{content}</span>
              </td>
              <td className="py-2 pe-4 text-ink-2 max-sm:hidden">{content}</td>
              <td className="tabular py-2 text-end">
                {typeof count === "number" ? text.number(count) : t(`data.files.${count}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
