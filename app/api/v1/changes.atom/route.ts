import { changeInWords, changePath } from "@/components/changes/change-words";
import { formatDay } from "@/components/fields/format-date";
import {
  answersFilter,
  CHANGE_CHOICES,
  type ChangeFilter,
  changeFilterOf,
  changeRows,
} from "@/lib/contract/changes-answer";
import { ATOM_TYPE, type AtomEntry, atomXml, tagId } from "@/lib/formats/atom";
import { LICENCE } from "@/lib/formats/terms-of-use";
import { CHANGE_WORDS } from "@/lib/registry/change-kinds";
import { changeLog } from "@/lib/registry/change-log";
import { type Asking, readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** Every change as it came to be known, the latest first, as an Atom feed. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: { paging: true, choices: CHANGE_CHOICES },
  answer: (asking) => ({ type: ATOM_TYPE, body: () => feedOf(asking) }),
});

function feedOf({ asked, view, address, origin }: Asking): string {
  const filter = changeFilterOf(asked);
  const { limit, offset } = asked;
  const matched = changeRows(view, changeLog(view, view.asOf), view.registry).filter((row) =>
    answersFilter(filter, row),
  );
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  const entries = matched.slice(offset, offset + limit).map((row): AtomEntry => {
    const source = sources.get(row.sourceId);
    const { label, definition } = CHANGE_WORDS[row.kind];
    const { asOf, knownOn } = row.moment;
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
    id: tagId("changes", ...conditions(filter)),
    title: ["CPEC SEZ Tracker: changes", ...conditions(filter)].join(" · "),
    subtitle:
      "What moved, slipped, was contradicted or went silent in Pakistan's special economic zones, as it came to be known.",
    author: "CPEC SEZ Tracker",
    rights: `Compiled data licensed ${LICENCE.name}, ${LICENCE.url}`,
    updated: matched[0]?.at ?? view.facts.revisions[0]?.recordedAt ?? "1970-01-01T00:00:00Z",
    self: `${origin}${address.pathname}${own}`,
    alternate: `${origin}/changes`,
    previous: offset > 0 ? to(Math.max(0, offset - limit)) : null,
    next: offset + limit < matched.length ? to(offset + limit) : null,
    entries,
  });
}

/** The conditions of a feed in a fixed order, so that the same feed has the same id. */
function conditions(filter: ChangeFilter): string[] {
  return (["zone", "province", "kind", "field"] as const).flatMap((key) => {
    const values = filter[key];
    return values ? [`${key}=${[...values].sort().join(",")}`] : [];
  });
}

function withOffset(params: URLSearchParams, offset: number): string {
  const own = new URLSearchParams(params);
  if (offset > 0) own.set("offset", String(offset));
  else own.delete("offset");
  return own.size > 0 ? `?${own}` : "";
}
