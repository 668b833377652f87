import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadRegistry, type SearchParams } from "@/app/(site)/load-query";
import { languageAlternates } from "@/app/(site)/page-metadata";
import { loadZoneView } from "@/app/(site)/zones/[slug]/zone-frame";
import { figureSource } from "@/components/charts/figure-source";
import { LedgerEntries } from "@/components/evidence/ledger-entry";
import { AllEvidence } from "@/components/features/zones/all-evidence";
import { BadAddress } from "@/components/layout/bad-parameters";
import { Anchor } from "@/components/layout/link";
import { CopyButton } from "@/components/layout/page-actions";
import { METHOD } from "@/lib/contract/meta";
import {
  correctionPath,
  ENTRY_PARAM,
  entryPath,
  getAnchor,
  getLedgerAnchor,
} from "@/lib/evidence/addresses";
import { type LedgerEntry, listLedgerEntries } from "@/lib/evidence/ledger-entries";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortenZoneName, zoneName } from "@/lib/evidence/zone-name";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { siteOrigin } from "@/lib/server/origins";
import { getPageText, pageLocale } from "@/lib/server/text/page-text";
import { shortCitation } from "@/lib/text/citation";
import { describeAnswer } from "@/lib/text/evidence-summary";
import { requireZone, ZoneBreadcrumbs, ZoneFrame } from "../zone-frame";

type Props = PageProps<"/zones/[slug]/evidence">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params;
  const search = await searchParams;
  const { t, locale } = await getPageText();
  if (search[ENTRY_PARAM] !== undefined) {
    return {
      title: t("zones.meta.evidenceTitle"),
      description: t("zones.meta.evidenceDescription"),
    };
  }
  const answer = await loadRegistry(search, await pageLocale());
  const zone =
    "view" in answer
      ? answer.view.registry.zones.find((record) => record.slug === slug)
      : undefined;
  return {
    title: t("zones.meta.ledgerTitle", { zone: zone?.values.name ?? slug }),
    description: t("zones.meta.byFactDescription"),
    alternates: languageAlternates(locale, await siteOrigin(), `/zones/${slug}/evidence`),
  };
}

/**
 * The evidence on a zone and its firms: every fact, or the one that the address names, which is the content of
 * `EvidencePopover` as a page.
 */
export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const search = await searchParams;
  const path = `/zones/${slug}/evidence`;
  const [named] = [search[ENTRY_PARAM] ?? []].flat();
  const own: [string, string][] = named === undefined ? [] : [[ENTRY_PARAM, named]];
  const answer = await loadRegistry(search, await pageLocale());
  if ("problems" in answer) {
    return <BadAddress {...answer} path={path + toSearch(own)} />;
  }
  const { view } = answer;
  await requireZone(view, slug, "/evidence", search);
  const zone = view.registry.zones.find((candidate) => candidate.slug === slug);
  const entry = zone && named !== undefined ? entryNamed(zone, named) : null;
  if (entry === undefined) notFound();
  return (
    <ZoneFrame
      slug={slug}
      path={path}
      params={search}
      view={view}
      others={own}
      printedSource={figureSource(await getPageText(), view)}
    >
      {zone ? <Evidence zone={zone} entry={entry} view={view} search={search} /> : null}
    </ZoneFrame>
  );
}

interface EvidenceProps {
  zone: ZoneRecord;
  /** The one fact to show; null: all of them. */
  entry: LedgerEntry | null;
  view: Parameters<typeof loadZoneView>[1];
  search: SearchParams;
}

async function Evidence({ zone, entry, view, search }: EvidenceProps) {
  const text = await getPageText();
  const { t } = text;
  const zoneView = await loadZoneView(zone, view, search);
  if (entry === null) {
    return (
      <>
        <ZoneBreadcrumbs zone={zone} params={search} page={t("zones.path.allEvidence")} />
        <AllEvidence view={zoneView} />
      </>
    );
  }
  const name = shortenZoneName(zoneName(zone));
  const answer = describeAnswer(text, entry, name);
  const anchor = getLedgerAnchor(entry.field, entry.tenancyId);
  const citation = shortCitation(text, {
    path: entryPath(zone.slug, anchor, []),
    name: answer,
    asOf: view.asOf,
    revision: view.revision,
    knownOn: view.registry.knownOn,
    method: METHOD,
    origin: await siteOrigin(),
  });
  const all = `/zones/${zone.slug}/evidence${toSearch(momentPairs(search))}`;
  return (
    <>
      <ZoneBreadcrumbs zone={zone} params={search} page={t("zones.meta.evidenceTitle")} />
      <h1 data-small className="page-title mb-3">
        {answer}
      </h1>
      <LedgerEntries entries={[entry]} view={zoneView} zoneName={name} heading="h2" />
      <div className="mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="font-semibold">{t("evidence.popover.cite")}</p>
        <p id="citation" className="max-w-[68ch] select-all wrap-anywhere">
          {citation}
        </p>
        <CopyButton text={citation} what={t("evidence.popover.citation")} />
      </div>
      <p className="mt-3 flex flex-wrap gap-x-4">
        <Anchor className="link" href={`${all}#${anchor}`}>
          {t("evidence.popover.showAll")}
        </Anchor>
        <Anchor
          className="link"
          href={correctionPath({
            page: `/zones/${zone.slug}${toSearch(momentPairs(search))}`,
            zone: zone.slug,
            tenancy: entry.tenancyId,
            field: entry.field,
          })}
        >
          {t("evidence.popover.correct")}
        </Anchor>
      </p>
    </>
  );
}

function entryNamed(zone: ZoneRecord, named: string): LedgerEntry | undefined {
  return listLedgerEntries(zone).find(
    ({ field, tenancyId }) => getLedgerAnchor(field, tenancyId) === getAnchor(named),
  );
}
