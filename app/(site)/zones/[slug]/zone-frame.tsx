import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import type { SearchParams } from "@/app/(site)/load-query";
import {
  PastBanner,
  SubjectTimeBar,
  type SubjectTimeBarProps,
} from "@/app/(site)/subject-time-bar";
import { NotYetRegistered } from "@/components/features/zones/not-yet-registered";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ReadingPage } from "@/components/layout/reading-page";
import { getFirstRegisteredDay } from "@/lib/evidence/active-evidence";
import { provincePath } from "@/lib/evidence/addresses";
import { listAllZoneNames } from "@/lib/evidence/all-zone-names";
import { isSubjectOf } from "@/lib/evidence/evidence-index";
import type { ZoneRecord } from "@/lib/evidence/registry";
import { followMerges, getRetirement, retirementDay } from "@/lib/evidence/retirement";
import { shortenZoneName, shortZoneName } from "@/lib/evidence/zone-name";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { momentPairs, momentSearch } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { getDecisionRights } from "@/lib/server/accounts/decision-rights";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import { getPageText, inPageLanguage } from "@/lib/server/text/page-text";
import { describeSearch } from "@/lib/text/search-words";

interface ZoneFrameProps extends Omit<SubjectTimeBarProps, "isOwn"> {
  slug: string;
  /** On paper only: the site, the day and the revision; absent where the page prints its citation. */
  printedSource?: string;
  /** The content; null where the registry does not hold the zone on that day. */
  children: ReactNode;
}

/** Leads from the page of a merged zone to the one that stays; not found where no zone ever had the slug. */
export async function requireZone(
  { facts, revision }: RegistryView,
  slug: string,
  /** The page below the zone's own, such as `/ledger`. */
  below: "" | "/ledger" | "/evidence",
  params: SearchParams,
): Promise<void> {
  if (!facts.zones.some((zone) => zone.slug === slug)) notFound();
  const stays = followMerges(facts, "zone", slug, revision);
  if (stays === slug) return;
  const address = `/zones/${stays}${below}${momentSearch(params)}`;
  redirect(await inPageLanguage(address));
}

/**
 * A page about one zone under the time bar, whose reports and days are those of the zone and its firms.
 * The frame is the same on every day, so that the bar keeps the focus where the zone appears.
 */
export async function ZoneFrame({ slug, printedSource, children, ...time }: ZoneFrameProps) {
  const { path, params, view, others = [] } = time;
  const text = await getPageText();
  return (
    <ReadingPage note={describeSearch(text, view)} printedSource={printedSource}>
      <SubjectTimeBar {...time} isOwn={(subject) => isSubjectOf(subject, slug)} />
      <PastBanner
        view={view}
        pinned={params.knownOn !== undefined}
        today={path + toSearch(others)}
      />
      {children ?? <AbsentZone slug={slug} view={view} params={params} />}
    </ReadingPage>
  );
}

/** What is shown of a zone on a day on which the registry does not hold it. */
async function AbsentZone({
  slug,
  view,
  params,
}: Pick<ZoneFrameProps, "slug" | "view" | "params">) {
  const { t } = await getPageText();
  const { asOf, revision, evidence, facts } = view;
  const removal = getRetirement(facts, "zone", slug, revision);
  const from = getFirstRegisteredDay(evidence, slug, revision);
  const names = listAllZoneNames({ ...view, asOf: from ?? asOf });
  const name = shortenZoneName(names.get(slug) ?? slug);
  return (
    <>
      <Breadcrumbs
        path={[{ label: t("zones.path.zones"), href: `/zones${toSearch(momentPairs(params))}` }]}
        here={name}
      />
      <NotYetRegistered
        slug={slug}
        name={name}
        asOf={asOf}
        revision={revision}
        knownOn={view.registry.knownOn}
        pinned={params.knownOn !== undefined}
        from={from}
        removal={
          removal && {
            act: removal.act === "withdrawn" ? "withdrawn" : "retired",
            reason: removal.reason,
            on: retirementDay(facts, removal),
          }
        }
      />
    </>
  );
}

/**
 * The way to a page about a zone, by province where that is known.
 * @param page the page below the zone's own; absent: this is the zone's own
 */
export async function ZoneBreadcrumbs({ zone, params, page }: ZoneBreadcrumbsProps) {
  const { t, termLabel } = await getPageText();
  const moment = momentPairs(params);
  const { province } = zone.values;
  const name = shortZoneName(zone);
  return (
    <Breadcrumbs
      path={[
        { label: t("zones.path.zones"), href: `/zones${toSearch(moment)}` },
        ...(province === null
          ? []
          : [
              {
                label: termLabel("province", province),
                href: provincePath(province, moment),
              },
            ]),
        ...(page === undefined
          ? []
          : [{ label: name, href: `/zones/${zone.slug}${toSearch(moment)}` }]),
      ]}
      here={page ?? name}
    />
  );
}

interface ZoneBreadcrumbsProps {
  zone: ZoneRecord;
  params: SearchParams;
  page?: string;
}

/** A zone as its pages show it to the current reader, at the date and revision of the address. */
export async function loadZoneView(
  zone: ZoneRecord,
  { asOf, revision, sources, facts }: RegistryView,
  params: SearchParams,
): Promise<ZoneView> {
  const rights = await getDecisionRights(await headers());
  return {
    zone,
    asOf,
    revision,
    sources: new Map(sources.map((source) => [source.id, source])),
    ledgerPath: `/zones/${zone.slug}/ledger${momentSearch(params)}`,
    moment: momentPairs(params),
    mayJudge: (number) => rights.all || rights.revisions.has(number),
    revisions: new Map(facts.revisions.map((item) => [item.number, item])),
  };
}
