import { readSourceQuery, sourceQueryPairs } from "@/components/features/sources/source-form";
import { isTerm } from "@/lib/catalogue/vocabularies";
import { EARLIER_NEWS, learnedAddress } from "@/lib/changes/news-address";
import { SPAN_PARAMS } from "@/lib/changes/span";
import { listChangeConditions } from "@/lib/contract/changes-answer";
import { embedPath, zoneEmbedPath } from "@/lib/contract/embeds";
import { releasePath } from "@/lib/contract/release-answer";
import { provincePath, sourcePath } from "@/lib/evidence/addresses";
import { listYears, selectSources } from "@/lib/evidence/source-rows";
import { zoneName } from "@/lib/evidence/zone-name";
import { firmPath } from "@/lib/firms/firm-address";
import { listPlacedFirms } from "@/lib/firms/firms";
import { COMPARE_LIMITS, compareZones, countDifferences } from "@/lib/query/compare";
import { momentPairs } from "@/lib/query/moment-params";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { loadSourceRows } from "@/lib/server/registry/load-source-rows";
import { changeSummary, countKinds, learnedTitle } from "@/lib/text/change-summary";
import { describeChangeConditions } from "@/lib/text/change-words";
import { describeComparison } from "@/lib/text/comparison-summary";
import { firmSummary } from "@/lib/text/firm-words";
import { newsTitle, summarizeNews } from "@/lib/text/news-summary";
import { describeProvince } from "@/lib/text/page-summaries";
import { titleAtMoment, titleWithConditions } from "@/lib/text/page-title";
import { sourceSummary } from "@/lib/text/source-summary";
import { summarizeZone } from "@/lib/text/zone-summary";
import { readComparison } from "./compare/read-comparison";
import { listReleasesOrNull } from "./data/load-releases";
import { loadQueryResult, loadRegistry, toPairs, toParams } from "./load-query";
import { isLearned, loadHappened, loadLearned } from "./news/load-news";
import { answerWith, type DescriptionRequest, NOT_FOUND, type PageLookup } from "./page-lookup";

/** The zones side by side. */
export async function describeCompare({ text, params }: DescriptionRequest): Promise<PageLookup> {
  const comparison = await readComparison(params);
  if ("problems" in comparison) return comparison;
  const { data, selection, getName, hrefOf } = comparison;
  const { query, view } = data;
  const { slugs } = selection;
  const records = slugs.flatMap(
    (slug) => view.registry.zones.find((zone) => zone.slug === slug) ?? [],
  );
  const isEnough = records.length >= COMPARE_LIMITS.min;
  const names = slugs.map(getName);
  const title = isEnough
    ? text.t("compare.page.titleWith", { names: text.list(names) })
    : text.t("compare.page.title");
  return answerWith({
    address: hrefOf(slugs.join(",")),
    title: titleAtMoment(text, title, view),
    description: isEnough
      ? describeComparison(text, countDifferences(compareZones(records)))
      : text.t("compare.page.description"),
    view,
    subject: { kind: "text" },
    embed: null,
    feed: listChangeConditions(query),
  });
}

/** What happened; under the second tab what we learned. */
export async function describeNews({ text, params }: DescriptionRequest): Promise<PageLookup> {
  const base = { subject: { kind: "text" }, embed: null } as const;
  if (isLearned(params)) {
    const answer = await loadLearned(text, params);
    if ("problems" in answer) return answer;
    const { view, request, span, changes } = answer.data;
    const { filter, conditions } = request;
    const counts = countKinds(changes);
    const words = describeChangeConditions(text, filter, view.registry).join(" · ");
    const ends = toPairs(params).filter(([name]) => SPAN_PARAMS.some((one) => one === name));
    return answerWith({
      ...base,
      address: learnedAddress([...ends, ...conditions, ...momentPairs(params)]),
      title: titleAtMoment(
        text,
        learnedTitle(text, counts, request.span.quarter, filter.kind),
        view,
      ),
      description: changeSummary(text, counts, span, {
        conditions: words,
        ofKinds: filter.kind !== undefined,
      }),
      view,
      feed: conditions,
    });
  }
  const answer = await loadHappened(params);
  if ("problems" in answer) return answer;
  const { data, summary } = answer;
  const { query, view, own } = data;
  const title = titleWithConditions(text, newsTitle(text, summary), query, view.rows);
  return answerWith({
    ...base,
    address: `/news${toSearch([...writeQuery(query), ...own])}`,
    title: titleAtMoment(text, title, view),
    description: summarizeNews(text, summary),
    view,
    feed: listChangeConditions(query),
  });
}

/** What a page of an earlier edition showed, as the page of news shows it. */
export function describeEarlierNews(
  { params, ...request }: DescriptionRequest,
  path: keyof typeof EARLIER_NEWS,
): Promise<PageLookup> {
  const { searchParams } = new URL(EARLIER_NEWS[path](toPairs(params)), "http://localhost");
  return describeNews({ ...request, params: toParams(searchParams) });
}

/** The sources of a filter. */
export async function describeSources({ text, params }: DescriptionRequest): Promise<PageLookup> {
  const answer = await loadRegistry(params);
  if ("problems" in answer) return answer;
  const { view } = answer;
  const all = loadSourceRows(view);
  const { query, problems } = readSourceQuery(params, listYears(all));
  if (problems.length > 0) return { problems };
  const rows = selectSources(all, query);
  return answerWith({
    address: `/sources${toSearch([...sourceQueryPairs(query), ...momentPairs(params)])}`,
    title: titleAtMoment(text, text.t("sources.meta.title"), view),
    description: sourceSummary(text, rows, query),
    view,
    subject: { kind: "text" },
    embed: null,
  });
}

/** A page whose content has no parameters. */
export async function describeText(
  path: string,
  title: string,
  description: string,
): Promise<PageLookup> {
  const subject = { kind: "text" } as const;
  return answerWith({ address: path, title, description, view: null, subject, embed: null });
}

/** The zones of a province or territory. */
export async function describeProvincePage({
  text,
  params: { asOf = [], knownOn = [] },
  part: province,
}: DescriptionRequest): Promise<PageLookup> {
  if (!isTerm("province", province)) return NOT_FOUND;
  const answer = await loadQueryResult({ asOf, knownOn, scope: "all", province });
  if ("problems" in answer) return answer;
  const { query, view, rows } = answer.data;
  const slugs = new Set(rows.map(({ slug }) => slug));
  const zones = view.registry.zones.filter(({ slug }) => slugs.has(slug));
  const title = text.t("provinces.meta.title", { province: text.termLabel("province", province) });
  return answerWith({
    address: provincePath(province) + toSearch(momentPairs(query)),
    title: titleAtMoment(text, title, view),
    description: describeProvince(text, province, zones, view.asOf),
    view,
    subject: { kind: "zones", rows },
    embed: embedPath("map", writeQuery(query)),
    feed: [["province", province]],
  });
}

/** A zone, or all reports on it. */
export async function describeZone(
  { text, params, part: slug }: DescriptionRequest,
  kind: "page" | "ledger",
): Promise<PageLookup> {
  const answer = await loadRegistry(params);
  if ("problems" in answer) return answer;
  const { view } = answer;
  const zone = view.registry.zones.find((one) => one.slug === slug);
  if (!zone) return NOT_FOUND;
  const moment = momentPairs(params);
  const path = `/zones/${slug}${kind === "ledger" ? "/ledger" : ""}`;
  const name = zoneName(zone);
  const summary = summarizeZone(text, {
    zone,
    asOf: view.asOf,
    sources: new Map(view.sources.map((source) => [source.id, source])),
  });
  return answerWith({
    address: path + toSearch(moment),
    title: titleAtMoment(
      text,
      kind === "page" ? name : text.t("zones.ledger.heading", { zone: name }),
      view,
    ),
    description: kind === "page" ? summary : text.t("zones.meta.ledgerDescription"),
    view,
    subject: { kind: "zone", zone },
    embed: kind === "page" ? zoneEmbedPath(slug, moment) : null,
    feed: [["zone", slug]],
  });
}

/** A firm with its places. */
export async function describeFirm({
  text,
  params,
  part: id,
}: DescriptionRequest): Promise<PageLookup> {
  const answer = await loadRegistry(params);
  if ("problems" in answer) return answer;
  const { view } = answer;
  const firms = listPlacedFirms(view.registry.zones).filter((firm) => firm.id === id);
  const [first] = firms;
  if (!first) return NOT_FOUND;
  return answerWith({
    address: firmPath(id, toSearch(momentPairs(params))),
    title: titleAtMoment(text, first.record.tenancy.firm, view),
    description: firmSummary(text, firms, view.asOf),
    view,
    subject: { kind: "text" },
    embed: null,
    feed: [["zone", [...new Set(firms.map(({ zone }) => zone.slug))].join(",")]],
  });
}

/** A source. */
export async function describeSource({
  text,
  params,
  part: id,
}: DescriptionRequest): Promise<PageLookup> {
  const answer = await loadRegistry(params);
  if ("problems" in answer) return answer;
  const { view } = answer;
  const source = view.sources.find((one) => one.id === id);
  if (!source) return NOT_FOUND;
  const { title, publisher } = source;
  return answerWith({
    address: sourcePath(id, momentPairs(params)),
    title: titleAtMoment(text, title, view),
    description: text.t("sources.meta.sourceDescription", { title, publisher }),
    view,
    subject: { kind: "text" },
    embed: null,
  });
}

/** A release of the data. */
export async function describeRelease({
  text,
  part: wanted,
}: DescriptionRequest): Promise<PageLookup> {
  const { t } = text;
  const releases = await listReleasesOrNull();
  const title = t("data.cite.release", { number: wanted });
  if (releases === null) {
    return describeText(releasePath(wanted), title, t("data.release.away"));
  }
  const release = releases.find(({ number }) => number === wanted);
  if (!release) return NOT_FOUND;
  const description = t("data.release.description", {
    day: text.day(release.asOf, "long"),
    zones: release.counts.zones,
    reports: release.counts.claims,
    sources: release.counts.sources,
  });
  return describeText(releasePath(wanted), title, description);
}
