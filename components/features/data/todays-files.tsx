import { Anchor } from "@/components/layout/link";
import { Fold, Section } from "@/components/layout/section";
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
  readonly sources: number;
}

function listFiles({ t }: Text) {
  const file = (key: "sqlite" | "package" | "ogc" | "calendar", href: string) => ({
    name: t(`data.files.${key}.name`),
    href,
    content: t(`data.files.${key}.content`),
  });
  return [
    ...EXPORT_FORMATS.map(({ extension, name }) => ({
      name: t("data.files.zones", { format: name }),
      href: `/api/v1/zones.${extension}?scope=all`,
      content: t(`query.file.${extension}`),
    })),
    file("ogc", OGC_RESOURCES.landing.path),
    file("sqlite", ENDPOINTS.sqlite.path),
    file("package", `${ENDPOINTS.package.path}?scope=all`),
    ...FEED_FORMATS.map(({ ending, name }) => ({
      name: t("data.files.feed.name", { format: name }),
      href: `/api/v1/changes.${ending}`,
      content: t("data.files.feed.content"),
    })),
    file("calendar", `${ENDPOINTS.targetsCalendar.path}?scope=all`),
  ];
}

/** The files of today's data beside the tables. */
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
      <Fold label={t("data.files.show")}>
        <ul className="text-13">
          {listFiles(text).map(({ name, href, content }) => (
            <li
              key={href}
              className="grid gap-x-4 border-line border-b py-2 sm:grid-cols-[16rem_minmax(0,1fr)]"
            >
              <Anchor className="link" href={href}>
                {name}
              </Anchor>
              <span className="text-ink-2">{content}</span>
            </li>
          ))}
        </ul>
      </Fold>
    </Section>
  );
}
