import { NOT_APPLICABLE } from "../catalogue/kinds";
import { FILTERS, getFilter, UNKNOWN } from "../query/filters";
import { READINESS_MODES } from "../query/query";
import { SCOPES } from "../query/scope";
import type { Endpoint } from "./endpoints";
import { DEFAULT_LIMIT, listNames, MAX_LIMIT } from "./read-params";

/** A parameter as a reader needs to know of it. */
export interface ParamWords {
  readonly name: string;
  /** What it asks for. */
  readonly words: string;
  /** What it may look like. */
  readonly form: string;
}

type Told = Omit<ParamWords, "name">;

const told = (words: string, form: string): Told => ({ words, form });

/** Parameters beside the filters, by their names. */
const WORDS: Readonly<Record<string, Told>> = {
  scope: told("which zones count; announced where not said", SCOPES.join(", ")),
  q: told("words in names, aliases, districts, developers and firms", "rashakai"),
  zones: told("only these zones", "hattar-sez,dhabeji-sez"),
  readinessMin: told("readiness of at least so much", "0 to 100"),
  readinessMode: told("whether it must certainly be reached", READINESS_MODES.join(", ")),
  coverageMin: told("share of readiness that must be known", "0 to 1"),
  weights: told("weights of the blocks of readiness", "legal:20,utilities:40"),
  sort: told("order; a minus turns it round", "-readiness,name"),
  asOf: told("the day shown; today where not said", "2020-06-30"),
  knownOn: told("what was known by a version, a day or an instant", "r12, 2026-11-24"),
  limit: told(`rows in one answer; ${DEFAULT_LIMIT} where not said`, `1 to ${MAX_LIMIT}`),
  offset: told("rows to leave out before them", "100"),
  fields: told("only these fields", "name,status,gas"),
  minVersion: told("wait until this version is known", "12"),
  from: told("the day or version to compare with", "2025-11-24, r1"),
  to: told("the day or version compared", "2026-11-24, r2"),
  quarter: told("a quarter in the place of both", "2025-Q4"),
  zone: told("about these zones", "hattar-sez,dhabeji-sez"),
  province: told("in these provinces", "sindh,punjab"),
  kind: told("of these kinds", "words of the kind, joined by commas"),
  field: told("about these fields", "status,gas"),
  firm: told("these firms, by the ids of their pages", "century-steel,vivo"),
  stage: told("firms at these stages", "producing,exporting"),
  sector: told("firms in these sectors", "steel,batteries"),
  strategic: told("firms in a sector that the brief treats as strategic", "yes, no, unknown"),
  nationality: told("firms registered in these countries", "CN,PK"),
  owner: told("firms owned from these countries", "CN,unknown"),
  constraint: told("of these constraints", "power,gas"),
};

/** A parameter of an address in words; those that are not told of here are filters of the fields. */
export function paramInWords(name: string, endpoint: Endpoint): ParamWords {
  const filter = endpoint.accepts.choices?.[name] ? undefined : getFilter(name);
  if (!filter) return { name, ...(WORDS[name] ?? told("see the answer to a wrong value", "")) };
  switch (filter.kind) {
    case "range": {
      const also = filter.notApplicable ? [NOT_APPLICABLE, UNKNOWN] : [UNKNOWN];
      return { name, words: filter.label, form: ["100..500, ..500, 500..", ...also].join(", ") };
    }
    case "period":
      return { name, words: filter.label, form: `2020..2024-06, ${UNKNOWN}` };
    case "any-of": {
      const terms = filter.terms?.map(({ value }) => value) ?? ["words of the data"];
      return { name, words: filter.label, form: [...terms, UNKNOWN].join(", ") };
    }
  }
}

/** Every parameter that an address takes. */
export function listParams({ accepts }: Endpoint): readonly string[] {
  return listNames({ query: [], paging: false, fields: false, choices: {}, ...accepts });
}

/** Does an address take a filter for each field? */
export function takesFilters({ accepts }: Endpoint): boolean {
  return FILTERS.every(({ key }) => accepts.query?.includes(key));
}

/** The parameters that an address takes beside the filters of the fields. */
export function listOwnParams(endpoint: Endpoint): readonly string[] {
  const names = listParams(endpoint);
  return takesFilters(endpoint) ? names.filter((name) => !getFilter(name)) : names;
}
