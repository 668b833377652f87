import { FIELD_KEYS, fieldSpec } from "@/lib/catalogue/fields";
import { fieldAnchor, glossaryPath, termAnchor } from "@/lib/catalogue/glossary-path";
import { GLOSSARY, GLOSSARY_KEYS } from "@/lib/catalogue/terms";
import { eventPath, sourcePath } from "@/lib/evidence/addresses";
import type { EvidenceIndex } from "@/lib/evidence/evidence-index";
import { groupBy } from "@/lib/evidence/group-by";
import type { Event, Facts, FirmVersion, Quotation, Source } from "@/lib/evidence/ledger-records";
import type { Registry, ZoneRecord } from "@/lib/evidence/registry";
import { listActiveClaims, type Resolution, resolve } from "@/lib/evidence/resolve";
import { followMerges } from "@/lib/evidence/retirement";
import { foldText } from "@/lib/evidence/value-equality";
import { shortZoneName, zoneName, zoneNames } from "@/lib/evidence/zone-name";
import { firmPath } from "@/lib/firms/firm-address";
import { listPlacedFirms, type PlacedFirm } from "@/lib/firms/firms";
import type { SearchEntry, SearchText } from "@/lib/query/search-index";
import { type Day, firstDay } from "@/lib/time/day";
import { describeProgress } from "./progress-words";
import type { Text } from "./text";

/** What the search reads of a moment. */
export interface SearchedView {
  readonly registry: Registry;
  readonly facts: Pick<Facts, "firmVersions" | "retirements">;
  readonly evidence: EvidenceIndex;
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
  readonly asOf: Day;
}

/** A page of the site that the search finds by its name. */
export interface NamedPage {
  readonly id: string;
  readonly name: string;
  /** What it is, where it is no whole page. */
  readonly about?: string;
  readonly path: string;
  /** Does it show a moment? */
  readonly dated: boolean;
}

/**
 * Everything that the search finds at a moment, with what was known then: zones and firms in the register's order, pages
 * and terms in their own, events and sources latest first.
 */
export function listSearchEntries(
  text: Text,
  view: SearchedView,
  pages: readonly NamedPage[],
): SearchEntry[] {
  const { registry, sources, events, asOf } = view;
  const names = zoneNames(registry.zones);
  const merged = listMergedNames(view);
  const versions = groupBy(view.facts.firmVersions, ({ id }) => id);
  const firms = [...groupBy(listPlacedFirms(registry.zones), (firm) => firm.id)];
  const about = text.t("search.about.page");
  return [
    ...registry.zones.map((zone) => zoneEntry(text, zone, merged.get(zone.slug) ?? [])),
    ...firms.map(([id, placed]) => {
      const name = placed.at(-1)?.record.tenancy.firm ?? id;
      const otherNames = listFormerNames(versions.get(id) ?? [], registry.revision, name);
      return firmEntry(text, { id, name, otherNames, placed });
    }),
    ...pages.map(({ name, ...page }): SearchEntry => {
      return { kind: "page", about, ...page, name, texts: [{ part: "name", text: name }] };
    }),
    ...listTermEntries(text),
    ...events
      .filter(({ date }) => firstDay(date) <= asOf)
      .sort((a, b) => compareDates(a.date, b.date))
      .map((event) => eventEntry(text, event, names)),
    ...sources
      .filter((source) => isPublished(source, asOf))
      .sort((a, b) => compareDates(a.publishedOn ?? "", b.publishedOn ?? ""))
      .map((source) => sourceEntry(text, source)),
  ];
}

/** Latest first; without a date last. */
function compareDates(a: string, b: string): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

/** Was it out by that day? A source without a date counts from the day on which it was read. */
function isPublished({ publishedOn, accessed }: Source, asOf: Day): boolean {
  const since = publishedOn ?? accessed;
  return since === null || firstDay(since) <= asOf;
}

/** What sources call the zones that were merged into another, by the slug of the zone that stays. */
function listMergedNames({
  registry,
  facts,
  evidence,
}: SearchedView): ReadonlyMap<string, readonly Resolution[]> {
  const names = new Map<string, readonly Resolution[]>();
  const merges = facts.retirements.filter(
    ({ kind, act, revision }) =>
      kind === "zone" && act === "merged" && revision <= registry.revision,
  );
  for (const slug of new Set(merges.map(({ subject }) => subject))) {
    const stays = followMerges(facts, "zone", slug, registry.revision);
    if (stays === slug) continue;
    const own = (["name", "aliases", "nameUr", "nameZh"] as const).map((key) =>
      resolve(fieldSpec(key), evidence.get(slug)?.get(key) ?? [], registry),
    );
    names.set(stays, [...(names.get(stays) ?? []), ...own]);
  }
  return names;
}

function zoneEntry(text: Text, zone: ZoneRecord, merged: readonly Resolution[]): SearchEntry {
  const { slug, fields, values } = zone;
  const { province, district, status, developer } = values;
  const name = zoneName(zone);
  const known = (value: unknown) => (value === null ? "no" : "yes");
  const place = [district ?? [], province === null ? [] : text.value("province", province)].flat();
  return {
    kind: "zone",
    id: slug,
    name,
    about: text.t("search.about.zone", {
      placed: known(province),
      province: text.value("province", province),
      reported: known(status),
      status: describeProgress(text, status, fields.status.progress),
    }),
    path: `/zones/${slug}`,
    dated: true,
    texts: [
      { part: "name", text: name },
      ...listOtherNames(name, [
        fields.name,
        fields.aliases,
        fields.nameUr,
        fields.nameZh,
        ...merged,
      ]),
      ...(place.length === 0 ? [] : [{ part: "place" as const, text: text.list(place) }]),
      ...(developer === null ? [] : [{ part: "developer" as const, text: developer }]),
      { part: "id", text: slug },
      ...listQuotations(Object.values(fields)),
    ],
  };
}

/** The names that sources in use give, beside the displayed one: spellings, short and former names, in any language. */
function listOtherNames(name: string, fields: readonly Resolution[]): SearchText[] {
  const others = new Map<string, string>();
  for (const { claim } of fields.flatMap((field) => listActiveClaims(field))) {
    for (const other of [claim.value].flat()) {
      if (typeof other === "string") others.set(foldText(other), other);
    }
  }
  others.delete(foldText(name));
  return Array.from(others.values(), (other) => ({ part: "other-name", text: other }));
}

/**
 * What sources in other languages say in their own words. In Urdu and Chinese sources this is where the name of the zone
 * or the firm is.
 */
function listQuotations(fields: readonly Resolution[]): SearchText[] {
  return toQuotedTexts(
    fields.flatMap((field) => listActiveClaims(field)).map(({ claim }) => claim.quotation),
  );
}

/** The quotations in other languages than English, each once. */
function toQuotedTexts(quotations: readonly (Quotation | null)[]): SearchText[] {
  const others = quotations
    .flatMap((quotation) => quotation ?? [])
    .filter(({ lang }) => !/^en\b/i.test(lang));
  return [...new Set(others.map((quotation) => quotation.text))].map((quoted) => ({
    part: "quotation",
    text: quoted,
  }));
}

interface NamedFirm {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** The firm in each of its zones. */
  readonly placed: readonly PlacedFirm[];
}

/** Other and former names of a firm, as known at the revision. */
function listFormerNames(
  versions: readonly FirmVersion[],
  revision: number,
  name: string,
): string[] {
  const known = versions.filter((version) => version.revision <= revision);
  const names = known.flatMap((version) => [version.name, ...version.otherNames]);
  return [...new Set(names)].filter((other) => other !== name);
}

function firmEntry(text: Text, { id, name, otherNames, placed }: NamedFirm): SearchEntry {
  const stages = placed.map(({ zone, record: { values } }) =>
    text.t("search.about.firmInZone", {
      reported: values.tenancyStage === null ? "no" : "yes",
      stage: text.value("tenancyStage", values.tenancyStage),
      zone: shortZoneName(zone),
    }),
  );
  return {
    kind: "firm",
    id,
    name,
    about: text.list(stages),
    path: firmPath(id),
    dated: true,
    texts: [
      { part: "name", text: name },
      ...otherNames.map((other) => ({ part: "other-name" as const, text: other })),
      ...listQuotations(placed.flatMap(({ record }) => Object.values(record.fields))),
    ],
  };
}

/** The terms and the fields of the glossary. */
function listTermEntries(text: Text): SearchEntry[] {
  const build = (anchor: string, name: string, about: string): SearchEntry => ({
    kind: "term",
    id: anchor,
    name,
    about,
    path: glossaryPath(anchor),
    dated: false,
    texts: [{ part: "name", text: name }],
  });
  return [
    ...GLOSSARY_KEYS.map((key) => {
      const { label, definition } = { ...GLOSSARY[key], ...text.translatedTerm(key) };
      return build(termAnchor(key), label, definition);
    }),
    ...FIELD_KEYS.map((key) =>
      build(fieldAnchor(key), text.fieldLabel(key), text.fieldDefinition(key)),
    ),
  ];
}

function eventEntry(text: Text, event: Event, names: ReadonlyMap<string, string>): SearchEntry {
  const { id, title, kind, date, zones } = event;
  const about = text.t("search.about.event", {
    kind: text.t(`ledger.eventKind.${kind}`),
    date: text.partialDate(date),
    zones: text.list(zones.map((slug) => names.get(slug) ?? slug)),
    count: zones.length,
  });
  return {
    kind: "event",
    id,
    name: title,
    about,
    path: eventPath(id),
    dated: true,
    texts: [{ part: "title", text: title }, ...toQuotedTexts([event.quotation])],
  };
}

function sourceEntry(text: Text, source: Source): SearchEntry {
  const { id, title, publisher, publishedOn, kind } = source;
  const about = text.t("search.about.source", {
    publisher,
    dated: publishedOn === null ? "no" : "yes",
    date: publishedOn === null ? "" : text.partialDate(publishedOn),
    kind: text.t(`common.sourceKind.${kind}`),
  });
  return {
    kind: "source",
    id,
    name: title,
    about,
    path: sourcePath(id),
    dated: true,
    texts: [
      { part: "title", text: title },
      { part: "publisher", text: publisher },
      { part: "id", text: id },
    ],
  };
}
