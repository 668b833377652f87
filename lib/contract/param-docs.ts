import { NOT_APPLICABLE } from "../catalogue/kinds";
import { MISSING_FORMS } from "../formats/columns";
import { FILTERS, type FilterSpec, getFilter, UNKNOWN } from "../query/filters";
import { READINESS_MODES } from "../query/query";
import { SCOPES } from "../query/scope";
import { UNKNOWNS } from "../readiness/unknowns";
import type { Messages } from "../text/english-messages";
import { filterLabel } from "../text/query-words";
import type { Text } from "../text/text";
import type { Endpoint } from "./endpoints";
import { DEFAULT_LIMIT, listParamNames, MAX_LIMIT, NO_PARAMS } from "./parse-request";

/** The documentation of a parameter. */
interface ParamDoc {
  readonly name: string;
  /** What it does. */
  readonly words: string;
  /** Allowed values or an example; empty for an unknown parameter. */
  readonly form: string;
}

/** The parameters beside the filters. */
type OwnParam = keyof Messages["api"]["param"];

/** Allowed values or an example of each; a pair is the least and the greatest number. */
const FORMS: Readonly<Record<OwnParam, string | readonly [min: number, max: number]>> = {
  scope: SCOPES.join(", "),
  q: "rashakai",
  zones: "hattar-sez,dhabeji-sez",
  readinessMin: [0, 100],
  readinessMode: READINESS_MODES.join(", "),
  coverageMin: [0, 1],
  weights: "legal:20,utilities:40",
  sort: "-readiness,name",
  asOf: "2020-06-30",
  knownOn: "r12, r12-3f9a2c1e, 2026-11-24",
  limit: [1, MAX_LIMIT],
  offset: "100",
  fields: "name,status,gas",
  minVersion: "12",
  from: "2025-11-24, r1",
  to: "2026-11-24, r2",
  quarter: "2025-Q4",
  zone: "hattar-sez,dhabeji-sez",
  province: "sindh,punjab",
  kind: "moved-up,moved-down",
  field: "status,gas",
  firm: "century-steel,vivo",
  country: "CN,KR",
  stage: "producing,exporting",
  sector: "steel,batteries",
  strategic: ["yes", "no", UNKNOWN].join(", "),
  nationality: "CN,PK",
  owner: "CN,unknown",
  involvement: "CN,technology:KR",
  constraint: "power,gas",
  lang: "ur",
  unknowns: UNKNOWNS.join(", "),
  missing: MISSING_FORMS.join(", "),
};

/** Documents a parameter of an endpoint. */
export function describeParam(text: Text, name: string, endpoint: Endpoint): ParamDoc {
  const filter = endpoint.accepts.choices?.[name] ? undefined : getFilter(name);
  if (filter) {
    return { name, words: filterLabel(text, filter.key), form: describeFilterForm(text, filter) };
  }
  if (!isOwnParam(name)) return { name, words: text.t("api.params.unlisted"), form: "" };
  const form = FORMS[name];
  return {
    name,
    words: text.t(`api.param.${name}`, { limit: text.number(DEFAULT_LIMIT) }),
    form: typeof form === "string" ? form : formatRange(text, form),
  };
}

function isOwnParam(name: string): name is OwnParam {
  return Object.hasOwn(FORMS, name);
}

function formatRange(text: Text, [min, max]: readonly [number, number]): string {
  return text.t("api.params.range", { min: String(min), max: String(max) });
}

function describeFilterForm(text: Text, filter: FilterSpec): string {
  switch (filter.kind) {
    case "range": {
      const words = filter.notApplicable ? [NOT_APPLICABLE, UNKNOWN] : [UNKNOWN];
      return ["100..500, ..500, 500..", ...words].join(", ");
    }
    case "period":
      return `2020..2024-06, ${UNKNOWN}`;
    case "any-of": {
      const terms = filter.terms ?? [text.t("api.params.openTerms")];
      return [...terms, UNKNOWN].join(", ");
    }
  }
}

/** The names of all parameters of an endpoint. */
export function listParams({ accepts }: Endpoint): readonly string[] {
  return listParamNames({ ...NO_PARAMS, ...accepts });
}

/** Does an endpoint have the filters of all fields? */
export function hasAllFilters({ accepts }: Endpoint): boolean {
  return FILTERS.every(({ key }) => accepts.query?.includes(key));
}

/** The names of the parameters of an endpoint, without the filters of the fields if it has all of them. */
export function listOwnParams(endpoint: Endpoint): readonly string[] {
  const names = listParams(endpoint);
  return hasAllFilters(endpoint) ? names.filter((name) => !getFilter(name)) : names;
}
