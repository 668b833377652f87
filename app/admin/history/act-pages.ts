import type { Route } from "next";
import { listRecords } from "@/app/admin/records/read-records";
import type { OwnAct } from "@/lib/contract/own-act";
import { sourcePath } from "@/lib/evidence/addresses";
import { RECORD_KINDS } from "@/lib/records/record-kinds";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import type { Text } from "@/lib/text/text";

/**
 * The acts of a person, each with the pages of what it touched: the evidence of zones, sources, and the records that it
 * added or changed; a firm in a zone by the firm.
 */
export function listActPages(text: Text, view: RegistryView, acts: readonly OwnAct[]) {
  const names = new Map<string, string>(
    RECORD_KINDS.flatMap((kind) =>
      listRecords(text, view, kind).map(({ id, name }) => [`${kind} ${id}`, name] as const),
    ),
  );
  const firms = new Map(view.facts.tenancies.map(({ id, firmId }) => [id, firmId]));
  const toPage = (kind: string, id: string, path: string) => ({
    href: path as Route,
    name: names.get(`${kind} ${id}`) ?? id,
  });
  return acts.map((act) => {
    const records = act.records
      .map((record) =>
        record.kind === "tenancy"
          ? { kind: "firm" as const, id: firms.get(record.id) ?? record.id }
          : record,
      )
      .filter(
        (one, i, all) => all.findIndex(({ kind, id }) => kind === one.kind && id === one.id) === i,
      );
    const pages = [
      ...act.zones.map((slug) => toPage("zone", slug, `/zones/${slug}/ledger`)),
      ...act.sources.map((id) => toPage("source", id, sourcePath(id))),
      ...records
        .filter(({ kind, id }) => kind !== "zone" || !act.zones.includes(id))
        .map(({ kind, id }) =>
          toPage(kind, id, `/admin/records/${kind}/${encodeURIComponent(id)}`),
        ),
    ];
    return { ...act, records, pages };
  });
}
