import { addressOf } from "@/components/features/changes/changes-request";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { getLabel } from "@/lib/catalogue/vocabularies";
import { CHANGE_WORDS, type ChangeKind } from "@/lib/changes/change-kinds";
import { buildChangeLog } from "@/lib/changes/change-log";
import {
  type ChangeFilter,
  changeRows,
  matchesFilter,
  parseChangeFilter,
} from "@/lib/contract/changes-answer";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import type { Registry } from "@/lib/evidence/registry";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { ATOM_TYPE, type AtomEntry, atomXml, tagId } from "@/lib/formats/atom";
import { LICENCE } from "@/lib/formats/terms-of-use";
import { UNKNOWN } from "@/lib/query/filters";
import { type RequestContext, readRoute } from "@/lib/server/http/read-route";
import { changeInWords, changePath } from "@/lib/text/change-words";
import { formatDay } from "@/lib/text/format-date";
import { listed } from "@/lib/text/number-words";

export const dynamic = "force-dynamic";

/** Every change as it came to be known, the latest first, as an Atom feed. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.changesFeed.accepts,
  answer: (asking) => ({ type: ATOM_TYPE, body: () => feedOf(asking) }),
});

function feedOf({ asked, view, address, origin }: RequestContext): string {
  const filter = parseChangeFilter(asked);
  const { limit, offset } = asked;
  const matched = changeRows(view, buildChangeLog(view, view.asOf), view.registry).filter((row) =>
    matchesFilter(filter, row),
  );
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  const entries = matched.slice(offset, offset + limit).map((row): AtomEntry => {
    const source = sources.get(row.sourceId);
    const { label, definition } = CHANGE_WORDS[row.kind];
    const { asOf, revision: knownOn } = row.moment;
    return {
      id: tagId("change", row.id, asOf, `r${knownOn}`),
      title: changeInWords(row),
      updated: row.at,
      address: origin + changePath(row),
      category: { term: row.kind, label },
      summary: [
        `${label}, ${formatDay(row.on)}.`,
        definition,
        ...(source ? [`Source: ${source.title}, ${source.publisher}.`] : []),
      ].join(" "),
    };
  });
  const own = withOffset(address.searchParams, offset);
  const to = (start: number) =>
    `${origin}${address.pathname}${withOffset(address.searchParams, start)}`;
  return atomXml({
    id: tagId("changes", ...conditionPairs(filter).map((pair) => pair.join("="))),
    title: ["CPEC SEZ Tracker: changes", ...conditionWords(filter, view.registry)].join(" · "),
    subtitle:
      "What moved, slipped, was contradicted or went silent in Pakistan's special economic zones, as it came to be known.",
    author: "CPEC SEZ Tracker",
    rights: `Compiled data licensed ${LICENCE.name}, ${LICENCE.url}`,
    updated: matched[0]?.at ?? view.facts.revisions[0]?.recordedAt ?? "1970-01-01T00:00:00Z",
    self: `${origin}${address.pathname}${own}`,
    alternate: origin + addressOf("/changes", conditionPairs(filter)),
    previous: offset > 0 ? to(Math.max(0, offset - limit)) : null,
    next: offset + limit < matched.length ? to(offset + limit) : null,
    entries,
  });
}

const CONDITIONS = ["zone", "province", "kind", "field"] as const;

/** The conditions of a feed in a fixed order, so that the same feed has the same id. */
function conditionPairs(filter: ChangeFilter): [string, string][] {
  return CONDITIONS.flatMap((key): [string, string][] => {
    const values = filter[key];
    return values ? [[key, [...values].sort().join(",")]] : [];
  });
}

/** The same in words, as a reader of feeds lists it: "Sindh", "Rashakai or Hattar". */
function conditionWords(filter: ChangeFilter, { zones }: Registry): string[] {
  const names = new Map(zones.map(({ slug, values }) => [slug, values.name ?? slug]));
  const words: Readonly<Record<(typeof CONDITIONS)[number], (value: string) => string>> = {
    zone: (slug) => shortZoneName(names.get(slug) ?? slug),
    province: (value) => (value === UNKNOWN ? "province unknown" : getLabel("province", value)),
    kind: (value) => CHANGE_WORDS[value as ChangeKind].label,
    field: (value) => fieldSpec(value as FieldKey).label,
  };
  return CONDITIONS.flatMap((key) => {
    const values = filter[key];
    return values ? [listed([...values].sort().map(words[key]), "or")] : [];
  });
}

function withOffset(params: URLSearchParams, offset: number): string {
  const own = new URLSearchParams(params);
  if (offset > 0) own.set("offset", String(offset));
  else own.delete("offset");
  return own.size > 0 ? `?${own}` : "";
}
