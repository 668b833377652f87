import type { FieldKey } from "@/lib/catalogue/fields";
import type { ChangeKind } from "@/lib/changes/change-kinds";
import { buildChangeLog } from "@/lib/changes/change-log";
import {
  type ChangeFilter,
  getChangeFilter,
  listChangeRows,
  matchesFilter,
} from "@/lib/contract/changes-answer";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import type { Registry } from "@/lib/evidence/registry";
import { shortenZoneName, zoneNames } from "@/lib/evidence/zone-name";
import { ATOM_TYPE, type AtomEntry, atomXml, tagId } from "@/lib/formats/atom";
import { LICENCE } from "@/lib/formats/file-notes";
import { UNKNOWN } from "@/lib/query/filters";
import { type RequestContext, readRoute } from "@/lib/server/http/read-route";
import { changePath, describeChange } from "@/lib/text/change-words";
import { LOCALES } from "@/lib/text/locales";
import type { Text } from "@/lib/text/text";

export const dynamic = "force-dynamic";

/** All changes in the order in which they became known, newest first, as an Atom feed. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.changesFeed.accepts,
  answer: (context) => () => ({ type: ATOM_TYPE, body: () => buildFeed(context) }),
});

function buildFeed({ text, params, view, url, origin }: RequestContext): string {
  const filter = getChangeFilter(params);
  const { limit, offset } = params;
  const matched = listChangeRows(view, buildChangeLog(view, view.asOf), view.registry).filter(
    (row) => matchesFilter(filter, row),
  );
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  const entries = matched.slice(offset, offset + limit).map((row): AtomEntry => {
    const source = sources.get(row.sourceId);
    const label = text.t(`changes.kind.${row.kind}.label`);
    const definition = text.t(`changes.kind.${row.kind}.definition`);
    const { asOf, revision } = row.moment;
    const values = { kind: label, day: text.day(row.on), definition };
    return {
      id: tagId("change", row.id, asOf, `r${revision}`),
      title: describeChange(text, row),
      updated: row.at,
      address: origin + changePath(row),
      category: { term: row.kind, label },
      summary: source
        ? text.t("files.feed.entryWithSource", {
            ...values,
            title: source.title,
            publisher: source.publisher,
          })
        : text.t("files.feed.entry", values),
    };
  });
  const linkTo = (start: number) =>
    `${origin}${url.pathname}${withOffset(url.searchParams, start)}`;
  const conditions = describeConditions(text, filter, view.registry).join(" · ");
  return atomXml({
    language: LOCALES[text.locale].tag,
    id: tagId("changes", ...listConditionPairs(filter).map((pair) => pair.join("="))),
    title: text.t("files.feed.title", { conditions: conditions === "" ? "none" : conditions }),
    subtitle: text.t("files.feed.subtitle"),
    author: text.t("files.feed.author"),
    rights: text.t("files.feed.rights", { licence: LICENCE.name, url: LICENCE.url }),
    updated: matched[0]?.at ?? view.facts.revisions[0]?.recordedAt ?? "1970-01-01T00:00:00Z",
    self: linkTo(offset),
    alternate: `${origin}/changes${withOffset(new URLSearchParams(listConditionPairs(filter)), 0)}`,
    previous: offset > 0 ? linkTo(Math.max(0, offset - limit)) : null,
    next: offset + limit < matched.length ? linkTo(offset + limit) : null,
    entries,
  });
}

const CONDITIONS = ["zone", "province", "kind", "field"] as const;

/** The conditions of a feed in a fixed order, so that the same feed has the same id. */
function listConditionPairs(filter: ChangeFilter): [string, string][] {
  return CONDITIONS.flatMap((key): [string, string][] => {
    const values = filter[key];
    return values ? [[key, [...values].sort().join(",")]] : [];
  });
}

/** The conditions in words, for feed readers: "Sindh", "Rashakai or Hattar". */
function describeConditions(text: Text, filter: ChangeFilter, { zones }: Registry): string[] {
  const names = zoneNames(zones);
  const words: Readonly<Record<(typeof CONDITIONS)[number], (value: string) => string>> = {
    zone: (slug) => shortenZoneName(names.get(slug) ?? slug),
    province: (value) =>
      value === UNKNOWN ? text.t("files.feed.provinceUnknown") : text.termLabel("province", value),
    kind: (value) => text.t(`changes.kind.${value as ChangeKind}.label`),
    field: (value) => text.fieldLabel(value as FieldKey),
  };
  return CONDITIONS.flatMap((key) => {
    const values = filter[key];
    return values ? [text.list([...values].sort().map(words[key]), "or")] : [];
  });
}

function withOffset(params: URLSearchParams, offset: number): string {
  const own = new URLSearchParams(params);
  if (offset > 0) own.set("offset", String(offset));
  else own.delete("offset");
  return own.size > 0 ? `?${own}` : "";
}
