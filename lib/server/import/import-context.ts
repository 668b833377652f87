import "server-only";
import { fieldSpec } from "@/lib/catalogue/fields";
import { type NamedZone, prepareNames } from "@/lib/entry/import-names";
import type { ImportContext, ImportDefaults } from "@/lib/entry/import-row";
import { toSlug } from "@/lib/entry/slug";
import { subjectKey } from "@/lib/evidence/evidence-index";
import type { Claim, Tenancy } from "@/lib/evidence/ledger-records";
import { resolve } from "@/lib/evidence/resolve";
import { isShownAt, tenancyAt } from "@/lib/evidence/retirement";
import { listOtherZoneNames, shortZoneName, zoneName } from "@/lib/evidence/zone-name";
import { getWordCell } from "@/lib/formats/columns";
import { getFieldCell } from "@/lib/formats/sheet-words";
import { prepareZoneLikeness } from "@/lib/records/duplicates";
import type { Text } from "@/lib/text/text";
import type { RegistryView } from "../registry/registry-at";

/**
 * What an import is compared with: the registry as it is displayed now.
 * @param addsZones are zones added that the registry does not have?
 * @param exported the views of the exports that rows are of, by their column
 */
export function buildContext(
  text: Text,
  view: RegistryView,
  names: ImportContext["names"],
  defaults: ImportDefaults,
  makeId: ImportContext["makeId"],
  addsZones: boolean,
  confirmedCells: readonly string[],
  exported: ReadonlyMap<string, RegistryView>,
): ImportContext {
  const claims = new Map<string, Claim>(view.facts.claims.map((claim) => [claim.id, claim]));
  const moment = { asOf: view.asOf, revision: view.latestRevision };
  const displayed = new Map<string, ReturnType<ImportContext["shown"]>>();
  const values = new Map(
    [["", view] as const, ...exported].map(([snapshot, { rows }]) => [
      snapshot,
      new Map(rows.map((row) => [row.slug, row.values])),
    ]),
  );
  return {
    names,
    defaults,
    exported: (snapshot, zone) => {
      const zones = values.get(snapshot);
      return zones && (zones.get(zone) ?? null);
    },
    confirmedCells: new Set(confirmedCells),
    newZone: addsZones ? prepareNewZones(view) : null,
    shown: (zone, tenancy, field) => {
      const subject = subjectKey(zone, tenancy);
      const key = `${subject} ${field}`;
      const known = displayed.get(key);
      if (known) return known;
      const evidence = view.evidence.get(subject)?.get(field) ?? [];
      const resolution = resolve(fieldSpec(field), evidence, moment);
      const shown = {
        value: resolution.value,
        claimId: resolution.evidence?.claim.id ?? null,
      };
      displayed.set(key, shown);
      return shown;
    },
    findClaim: (id) => claims.get(id),
    write: (value) => String(getWordCell(value)),
    toWords: (field, value) => String(getFieldCell(text, field, value)),
    makeId,
  };
}

/**
 * Gives new zones their slugs. No slug is given twice, also not that of a merged, retired or withdrawn zone; rows with the same
 * text for a new zone get the same.
 */
function prepareNewZones({ facts, rows }: RegistryView): NonNullable<ImportContext["newZone"]> {
  const taken = new Set(facts.zones.map(({ slug }) => slug));
  const likeness = prepareZoneLikeness(
    rows.map(({ slug, values }) => ({
      ...{ id: slug, name: zoneName({ slug, values }), otherNames: listOtherZoneNames(values) },
    })),
  );
  /** The typed texts by the slugs that they got. */
  const given = new Map<string, string>();
  return (typed, name) => {
    const slug = toSlug(typed);
    if (given.get(slug) === typed) return { slug };
    const like = likeness.find(name);
    if (like) return { like: like.name };
    if (slug === "" || taken.has(slug) || given.has(slug)) return null;
    given.set(slug, typed);
    likeness.add({ id: slug, name, otherNames: [typed] });
    return { slug };
  };
}

/** The names of the registry's zones, firms and sources, and of the fields. */
export function buildNames(text: Text, view: RegistryView): ImportContext["names"] {
  const values = new Map(view.rows.map((row) => [row.slug, row.values]));
  const zones = view.facts.zones.map(({ slug }): NamedZone => {
    const known = values.get(slug);
    if (known === undefined) return { slug, names: [] };
    const short = shortZoneName({ slug, values: known });
    return { slug, names: [known.name ?? [], short, listOtherZoneNames(known)].flat() };
  });
  return prepareNames(zones, listFirms(view), view.sources, text.fieldLabel);
}

/** The firms in zones that are shown now, each with its present firm. */
export function listFirms({ facts, asOf, latestRevision: revision }: RegistryView): Tenancy[] {
  return facts.tenancies
    .filter((tenancy) => isShownAt(tenancy, { asOf, revision }))
    .map((tenancy) => tenancyAt(tenancy, revision));
}
