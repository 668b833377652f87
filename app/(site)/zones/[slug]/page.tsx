import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadRegistry } from "@/app/(site)/load-query";
import { ZonePage } from "@/components/features/zones/zone-page";
import { BadAddress } from "@/components/layout/bad-parameters";
import { LiveZone } from "@/components/layout/live-zone";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { METHOD } from "@/lib/contract/meta";
import { listZoneScoreYears } from "@/lib/contract/readiness-history-answer";
import type { Event } from "@/lib/evidence/ledger-records";
import { getText } from "@/lib/server/get-text";
import { siteOrigin } from "@/lib/server/origins";
import type { RegistryView } from "@/lib/server/registry-at";
import { listShownWords, summarizeZone } from "@/lib/text/zone-summary";
import { firstDay } from "@/lib/time/day";
import { loadZoneView, ZoneBreadcrumbs, ZoneFrame } from "./zone-frame";

type Props = PageProps<"/zones/[slug]">;

/** Title and description from the zone's summary, so that a shared link says what the page says. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params;
  const text = await getText();
  const answer = await loadRegistry(await searchParams);
  if ("problems" in answer) return { title: text.t("zones.meta.badMoment") };
  const zone = answer.view.registry.zones.find((candidate) => candidate.slug === slug);
  if (!zone) return { title: text.t("zones.meta.notFound") };
  const title = zone.values.name ?? slug;
  const { asOf, sources } = answer.view;
  const description = summarizeZone(text, {
    zone,
    asOf,
    sources: new Map(sources.map((source) => [source.id, source])),
  });
  return {
    title,
    description,
    alternates: { canonical: `/zones/${slug}` },
    openGraph: { type: "article", title, description, siteName: text.t("zones.meta.siteName") },
  };
}

/** One zone at the date and revision of the address, by default now. */
export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const today = `/zones/${slug}` as const;
  const search = await searchParams;
  const text = await getText();
  const answer = await loadRegistry(search);
  if ("problems" in answer) return <BadAddress problems={answer.problems} path={today} />;

  const { view } = answer;
  const { asOf, revision, facts, registry } = view;
  if (!facts.zones.some((zone) => zone.slug === slug)) notFound();
  const zone = registry.zones.find((candidate) => candidate.slug === slug);
  return (
    <ZoneFrame slug={slug} path={today} params={search} view={view}>
      {zone ? (
        <>
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

/** Events by the day looked at that name the zone, latest first. */
function listEvents({ events, asOf }: RegistryView, slug: string): Event[] {
  return events
    .filter((event) => event.zones.includes(slug) && firstDay(event.date) <= asOf)
    .sort((a, b) => (a.date === b.date ? 0 : a.date > b.date ? -1 : 1));
}
