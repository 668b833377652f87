import { loadRegistry } from "@/app/(site)/load-query";
import { metadataOf } from "@/app/(site)/page-metadata";
import { ZonePage } from "@/components/features/zones/zone-page";
import { BadAddress } from "@/components/layout/bad-parameters";
import { JsonLd } from "@/components/layout/json-ld";
import { LiveZone } from "@/components/layout/live-zone";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { METHOD } from "@/lib/contract/meta";
import { listZoneScoreYears } from "@/lib/contract/readiness-history-answer";
import {
  describeBreadcrumbs,
  describePlace,
  type StructuredData,
} from "@/lib/contract/structured-data";
import { provincePath } from "@/lib/evidence/addresses";
import type { Event } from "@/lib/evidence/ledger-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { zoneName } from "@/lib/evidence/zone-name";
import { siteOrigin } from "@/lib/server/origins";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import type { Text } from "@/lib/text/text";
import { listShownWords, summarizeZone } from "@/lib/text/zone-summary";
import { firstDay } from "@/lib/time/day";
import { loadZoneView, requireZone, ZoneBreadcrumbs, ZoneFrame } from "./zone-frame";

type Props = PageProps<"/zones/[slug]">;

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/zones/[slug]");

/** One zone at the date and revision of the address, by default now. */
export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const today = `/zones/${slug}` as const;
  const search = await searchParams;
  const text = await getPageText();
  const answer = await loadRegistry(search, await pageLocale());
  if ("problems" in answer) return <BadAddress {...answer} path={today} />;

  const { view } = answer;
  const { asOf, revision, registry } = view;
  await requireZone(view, slug, "", search);
  const zone = registry.zones.find((candidate) => candidate.slug === slug);
  return (
    <ZoneFrame slug={slug} path={today} params={search} view={view}>
      {zone ? (
        <>
          {listStructuredData(text, zone, view, await siteOrigin()).map((data) => (
            <JsonLd key={data["@type"]} data={data} />
          ))}
          {view.current ? (
            <LiveZone
              slug={slug}
              name={zone.values.name ?? slug}
              version={view.latestRevision}
              shown={listShownWords(text, zone)}
            />
          ) : null}
          <ZoneBreadcrumbs zone={zone} params={search} />
          <ZonePage
            view={await loadZoneView(zone, view, search)}
            scoreYears={listZoneScoreYears(view, slug, BLOCK_WEIGHTS)}
            cited={{
              path: today,
              name: zone.values.name ?? slug,
              holds: text.t("zones.meta.cited"),
              asOf,
              revision,
              knownOn: registry.knownOn,
              method: METHOD,
              origin: await siteOrigin(),
            }}
            events={listEvents(view, slug)}
            all={registry.zones}
          />
        </>
      ) : null}
    </ZoneFrame>
  );
}

/** The zone and the way to it, for search engines. */
function listStructuredData(
  text: Text,
  zone: ZoneRecord,
  { asOf, sources }: RegistryView,
  origin: string,
): StructuredData[] {
  const { slug, values } = zone;
  const name = zoneName(zone);
  const href = `/zones/${slug}`;
  const { province } = values;
  const region = province === null ? null : text.termLabel("province", province);
  return [
    describePlace({
      name,
      description: summarizeZone(text, {
        zone,
        asOf,
        sources: new Map(sources.map((source) => [source.id, source])),
      }),
      url: origin + href,
      values,
      region,
    }),
    describeBreadcrumbs(
      [
        { label: text.t("zones.path.zones"), href: "/zones" },
        ...(province === null || region === null
          ? []
          : [{ label: region, href: provincePath(province) }]),
        { label: name, href },
      ],
      origin,
    ),
  ];
}

/** Events by the day looked at that name the zone, latest first. */
function listEvents({ events, asOf }: RegistryView, slug: string): Event[] {
  return events
    .filter((event) => event.zones.includes(slug) && firstDay(event.date) <= asOf)
    .sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1));
}
