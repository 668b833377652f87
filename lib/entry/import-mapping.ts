import {
  FIELD_KEYS,
  type FieldKey,
  fieldSpec,
  isTenancyField,
  isZoneField,
} from "../catalogue/fields";
import {
  COLUMN_ROLES,
  COMPUTED_HEADERS,
  type ColumnRole,
  PROBLEMS_HEADER,
  ROLE_HEADERS,
} from "../catalogue/import-columns";
import { editDistance } from "../query/edit-distance";
import { foldWords } from "./typed-text";

/** How a table is laid out: a row for each claim, or a row for each zone or firm and a column for each field. */
export const LAYOUTS = ["claims", "zones"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What a column is used for: a role, the value of a field (only with a row for each zone), or nothing. */
export type ColumnTarget = ColumnRole | FieldKey | "ignore";

/** What each column of a table is used for, in the order of the columns. */
export interface Mapping {
  readonly layout: Layout;
  readonly targets: readonly ColumnTarget[];
}

/** What is wrong with a mapping as a whole; null: nothing. */
export type MappingProblem =
  | { readonly code: "no-zone" | "no-field" | "no-value" | "no-values" }
  | { readonly code: "twice"; readonly target: ColumnTarget };

const ROLES: ReadonlySet<string> = new Set(COLUMN_ROLES);

/** Narrows a word to a role of a column. */
export function isRole(word: string): word is ColumnRole {
  return ROLES.has(word);
}

/** Narrows a word to what a column can be used for. */
export function isTarget(word: string): word is ColumnTarget {
  return word === "ignore" || isRole(word) || isZoneField(word) || isTenancyField(word);
}

/** Letters of a header in which one misspelled letter is forgiven. */
const FEWEST_LETTERS = 6;

/** Most characters of a header. */
const MAX_HEADER = 200;

/** "Area (acres)", "Area [acres]" and "Area, acres" without the unit. */
function withoutUnit(header: string): string {
  return header.replace(/\s*[([{].*?[)\]}]\s*$/u, "").replace(/,[^,]*$/u, "");
}

/** The names of each field: its key, its label and its short label, in the catalogue's words and the site's. */
function listFieldNames(labelOf: (key: FieldKey) => string) {
  return FIELD_KEYS.map((key) => {
    const { label, short } = fieldSpec(key);
    return { target: key, names: [key, label, short ?? label, labelOf(key)].map(foldWords) };
  });
}

/**
 * Suggests what the columns of a table are used for, by their headers: keys and labels of fields, and the headers of the
 * tracker's own files. A person can change each suggestion.
 * @param labelOf the label of a field in the language of the site
 */
export function suggestMapping(
  header: readonly string[],
  labelOf: (key: FieldKey) => string,
): Mapping {
  const fields = listFieldNames(labelOf);
  const roles = COLUMN_ROLES.map((role) => ({
    target: role,
    names: [role, ...ROLE_HEADERS[role]].map(foldWords),
  }));
  const computed = new Set([...COMPUTED_HEADERS, PROBLEMS_HEADER].map(foldWords));
  const folded = header.map((name) =>
    name.length > MAX_HEADER ? [] : [foldWords(name), foldWords(withoutUnit(name))],
  );
  const has = (role: ColumnRole) =>
    folded.some((names) => names.some((name) => ROLE_HEADERS[role].includes(name)));
  const layout: Layout = has("field") && has("value") ? "claims" : "zones";
  // With a key of the zone, the column of its name is a value like any other.
  const keyed = folded.some(([name]) => name === "slug" || name === "zone");
  // The field of the name is called “Zone”, too.
  const [zone, ...others] = roles;
  const candidates = [...(zone ? [zone] : []), ...(layout === "claims" ? [] : fields), ...others];
  const find = (names: readonly string[]): ColumnTarget => {
    const [name = ""] = names;
    if (name === "" || computed.has(name)) return "ignore";
    if (layout === "zones" && !keyed && (name === "name" || name === "zone name")) return "zone";
    if (layout === "zones" && name === "id" && has("zone")) return "firm";
    for (const one of names) {
      const exact = candidates.find((candidate) => candidate.names.includes(one));
      if (exact) return exact.target;
    }
    const near = candidates.find((candidate) =>
      candidate.names.some(
        (known) => known.length >= FEWEST_LETTERS && editDistance(name, known, 1) <= 1,
      ),
    );
    return near?.target ?? "ignore";
  };
  const used = new Set<ColumnTarget>();
  const targets = folded.map((names) => {
    const target = find(names);
    if (target === "ignore" || used.has(target) || isOfOtherLayout(target, layout)) return "ignore";
    used.add(target);
    return target;
  });
  return { layout, targets };
}

/** Is a role only of a table of the other layout? */
function isOfOtherLayout(target: ColumnTarget, layout: Layout): boolean {
  const others = { zones: ["field", "value", "claim", "amount", "currency"], claims: ["snapshot"] };
  return others[layout].includes(target);
}

/** What keeps a mapping from being used; null: nothing. */
export function findMappingProblem({ layout, targets }: Mapping): MappingProblem | null {
  const used = targets.filter((target) => target !== "ignore");
  const twice = used.find((target, i) => used.indexOf(target) !== i);
  if (twice !== undefined) return { code: "twice", target: twice };
  if (!used.includes("zone") && !used.includes("firm")) return { code: "no-zone" };
  if (layout === "claims") {
    if (!used.includes("field")) return { code: "no-field" };
    return used.includes("value") ? null : { code: "no-value" };
  }
  return used.some((target) => !isRole(target) || target === "latitude")
    ? null
    : { code: "no-values" };
}

/** Tells which texts are headers that an import knows. The row of headers is found by them. */
export function createHeaderTest(labelOf: (key: FieldKey) => string): (header: string) => boolean {
  const known = new Set([
    ...listFieldNames(labelOf).flatMap(({ names }) => names),
    ...COLUMN_ROLES.flatMap((role) => ROLE_HEADERS[role]).map(foldWords),
    ...COMPUTED_HEADERS.map(foldWords),
  ]);
  return (header) =>
    header.length <= MAX_HEADER &&
    (known.has(foldWords(header)) || known.has(foldWords(withoutUnit(header))));
}
