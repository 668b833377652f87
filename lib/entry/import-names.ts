import { type FieldKey, fieldSpec, TENANCY_FIELD_KEYS, ZONE_FIELD_KEYS } from "../catalogue/fields";
import type { Source, Tenancy } from "../evidence/ledger-records";
import { groupByZone } from "../evidence/registry";
import { findNearest } from "../query/edit-distance";
import { isWebAddress, normalizeAddress } from "./source-address";
import { foldWords } from "./typed-text";

/** What a name in a cell leads to, or the nearest name that is known; null: none is near. */
export type Found<T> = { readonly found: T } | { readonly nearest: string | null };

/** Finds zones, firms, fields and sources by the names in the cells of a table. */
export interface ImportNames {
  /** A zone by its slug, its name or another of its names. @returns its slug */
  readonly findZone: (typed: string) => Found<string>;
  /** A firm by its id, or by its name in a zone. @param zone slug; null: the id alone is looked for */
  readonly findFirm: (typed: string, zone: string | null) => Found<Tenancy>;
  /** A field of zones or of firms by its key or label. */
  readonly findField: (typed: string, subject: "zone" | "firm") => Found<FieldKey>;
  /** A source by its id, its web address or its title. @returns its id */
  readonly findSource: (typed: string) => Found<string>;
}

/** A zone with every name that it has had. */
export interface NamedZone {
  readonly slug: string;
  readonly names: readonly string[];
}

/**
 * Prepares the names that the cells of a table can have.
 * @param labelOf the label of a field in the language of the site
 */
export function prepareNames(
  zones: readonly NamedZone[],
  firms: readonly Tenancy[],
  sources: readonly Pick<Source, "id" | "title" | "url">[],
  labelOf: (key: FieldKey) => string,
): ImportNames {
  const zoneNames = index(
    zones.flatMap(({ slug, names }) => [slug, ...names].map((name) => [name, slug] as const)),
  );
  const firmIds = new Map(firms.map((firm) => [firm.id, firm]));
  const firmsByZone = groupByZone(firms);
  const namesOf = (keys: readonly FieldKey[]) =>
    index(
      keys.flatMap((key) => {
        const { label, short } = fieldSpec(key);
        return [key, label, labelOf(key), ...(short ? [short] : [])].map(
          (name) => [name, key] as const,
        );
      }),
    );
  const fields = { zone: namesOf(ZONE_FIELD_KEYS), firm: namesOf(TENANCY_FIELD_KEYS) };
  const sourceIds = new Set(sources.map(({ id }) => id));
  const addresses = new Map(
    sources.flatMap(({ id, url }) => (url === null ? [] : [[toAddress(url), id] as const])),
  );
  const titles = index(
    sources.flatMap(({ id, title }) => [[id, id] as const, [title, id] as const]),
  );
  return {
    findZone: (typed) => look(zoneNames, typed),
    findFirm: (typed, zone) => {
      const known = firmIds.get(typed);
      if (known && (zone === null || known.zone === zone)) return { found: known };
      const local = zone === null ? [] : (firmsByZone.get(zone) ?? []);
      const names = index(local.map((firm) => [firm.firm, firm.id] as const));
      const named = look(names, typed);
      if (!("found" in named)) return named;
      const firm = firmIds.get(named.found);
      return firm ? { found: firm } : { nearest: null };
    },
    findField: (typed, subject) => look(fields[subject], typed),
    findSource: (typed) => {
      if (sourceIds.has(typed)) return { found: typed };
      const at = addresses.get(toAddress(typed));
      return at === undefined ? look(titles, typed) : { found: at };
    },
  };
}

/** Names as typed and folded. A name of two things leads to neither. */
interface NameIndex<T extends string> {
  readonly folded: ReadonlyMap<string, T | null>;
  readonly names: readonly string[];
}

function index<T extends string>(pairs: readonly (readonly [string, T])[]): NameIndex<T> {
  const folded = new Map<string, T | null>();
  for (const [name, target] of pairs) {
    const key = foldWords(name);
    if (key === "") continue;
    const before = folded.get(key);
    folded.set(key, before === undefined || before === target ? target : null);
  }
  return { folded, names: pairs.map(([name]) => name) };
}

function look<T extends string>({ folded, names }: NameIndex<T>, typed: string): Found<T> {
  const found = folded.get(foldWords(typed));
  return found ? { found } : { nearest: findNearest(typed, names) };
}

/** A web address in its usual form; a text that is none as it is. */
function toAddress(text: string): string {
  return isWebAddress(text) ? normalizeAddress(text) : text;
}
