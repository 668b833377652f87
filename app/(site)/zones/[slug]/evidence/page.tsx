import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadRegistry, type SearchParams } from "@/app/(site)/load-query";
import { loadZoneView } from "@/app/(site)/zones/[slug]/zone-frame";
import { LedgerEntryView } from "@/components/evidence/ledger-entry";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ENTRY_PARAM, getAnchor } from "@/lib/evidence/addresses";
import { type LedgerEntry, listLedgerEntries } from "@/lib/evidence/ledger-entries";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { shortenZoneName, zoneName } from "@/lib/evidence/zone-name";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { getText } from "@/lib/server/get-text";
import { ZoneFrame } from "../zone-frame";

type Props = PageProps<"/zones/[slug]/evidence">;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return {
    title: t("zones.meta.evidenceTitle"),
    description: t("zones.meta.evidenceDescription"),
  };
}

/** One value of a zone or of a firm in it with every claim on it: the content of `EvidencePopover` as a page. */
export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const search = await searchParams;
  const path = `/zones/${slug}/evidence`;
  const [named = ""] = [search[ENTRY_PARAM] ?? []].flat();
  const own: [string, string][] = [[ENTRY_PARAM, named]];
  const answer = await loadRegistry(search);
  if ("problems" in answer) {
    return <BadAddress problems={answer.problems} path={path + toSearch(own)} />;
  }
  const { view } = answer;
  if (!view.facts.zones.some((zone) => zone.slug === slug)) notFound();
  const zone = view.registry.zones.find((candidate) => candidate.slug === slug);
  const entry = zone && entryNamed(zone, named);
  if (zone && !entry) notFound();
  return (
    <ZoneFrame slug={slug} path={path} params={search} view={view} others={own}>
      {zone && entry ? <Evidence zone={zone} entry={entry} view={view} search={search} /> : null}
    </ZoneFrame>
  );
}

interface EvidenceProps {
  zone: ZoneRecord;
  entry: LedgerEntry;
  view: Parameters<typeof loadZoneView>[1];
  search: SearchParams;
}

async function Evidence({ zone, entry, view, search }: EvidenceProps) {
  const { t } = await getText();
  const name = zoneName(zone);
  const page = `/zones/${zone.slug}${toSearch(momentPairs(search))}`;
  return (
    <>
      <nav aria-label={t("layout.breadcrumb")} className="no-print mb-2.5 text-12 text-ink-3">
        <a className="hover:text-ink hover:underline" href={page}>
          {name}
        </a>
        {" / "}
        <a
          className="hover:text-ink hover:underline"
          href={`${page}#${getLedgerAnchor(entry.field, entry.tenancyId)}`}
          data-popover="none"
        >
          {t("zones.path.allEvidence")}
        </a>
      </nav>
      <h1 data-small className="page-title mb-3">
        {t("zones.meta.evidenceTitle")}
      </h1>
      <LedgerEntryView
        entry={entry}
        view={await loadZoneView(zone, view, search)}
        zoneName={shortenZoneName(name)}
        heading="h2"
      />
    </>
  );
}

function entryNamed(zone: ZoneRecord, named: string): LedgerEntry | undefined {
  return listLedgerEntries(zone).find(
    ({ field, tenancyId }) => getLedgerAnchor(field, tenancyId) === getAnchor(named),
  );
}
