import { NOT_APPLICABLE } from "../catalogue/kinds";
import { ROW_KEYS } from "../evidence/row";
import { BOX_EXAMPLE } from "../query/box";
import { FILTERS, type FilterSpec, getFilter, UNKNOWN } from "../query/filters";
import { READINESS_MODES } from "../query/query";
import { SCOPES } from "../query/scope";
import type { Messages } from "../text/english-messages";
import { filterLabel } from "../text/query-words";
import type { Text } from "../text/text";
import { ANSWER_FORMS } from "./answer-form";
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

/** The form of a parameter: its allowed values, its bounds (null: none), or an example. */
type Form =
  | { readonly oneOf: readonly string[] }
  | { readonly min: number; readonly max: number | null; readonly whole: boolean }
  | { readonly example: string; readonly list?: true };

const wholeFrom = (min: number, max: number | null = null): Form => ({ min, max, whole: true });
const share = (max: number): Form => ({ min: 0, max, whole: false });
const example = (value: string): Form => ({ example: value });
/** Several values with commas. */
const list = (value: string): Form => ({ example: value, list: true });

const FORMS: Readonly<Record<OwnParam, Form>> = {
  scope: { oneOf: SCOPES },
  q: example("rashakai"),
  zones: list("hattar-sez,dhabeji-sez"),
  readinessMin: share(100),
  readinessMode: { oneOf: READINESS_MODES },
  coverageMin: share(1),
  weights: example("legal:20,utilities:40"),
  sort: example("-readiness,name"),
  asOf: example("2020-06-30"),
  knownOn: example("r12, r12-3f9a2c1e, 2026-11-24"),
  limit: wholeFrom(1, MAX_LIMIT),
  offset: wholeFrom(0),
  fields: list("name,status,standing"),
  from: example("2025-11-24, r1"),
  to: example("2026-11-24, r2"),
  quarter: example("2025-Q4"),
  zone: list("hattar-sez,dhabeji-sez"),
  province: list("sindh,punjab"),
  kind: list("moved-up,moved-down"),
  field: list("status,gas"),
  firm: list("century-steel,vivo"),
  country: list("CN,KR"),
  stage: list("producing,exporting"),
  sector: list("steel,batteries"),
  strategic: list(["yes", "no", UNKNOWN].join(", ")),
  nationality: list("CN,PK"),
  owner: list("CN,unknown"),
  involvement: list("CN,technology:KR"),
  constraint: list("power,gas"),
  lang: example("ur"),
  f: { oneOf: ANSWER_FORMS },
  bbox: list(BOX_EXAMPLE),
  datetime: example("2020-06-30, 2020-01-01/2020-12-31, ../2020-12-31"),
};

/** What has parameters. */
type WithParams = Pick<Endpoint, "accepts">;

/** Documents a parameter of an endpoint. */
export function describeParam(text: Text, name: string, endpoint: WithParams): ParamDoc {
  const filter = endpoint.accepts.choices?.[name] ? undefined : getFilter(name);
  if (filter) {
    return { name, words: filterLabel(text, filter.key), form: describeFilterForm(text, filter) };
  }
  if (!isOwnParam(name)) return { name, words: text.t("api.params.unlisted"), form: "" };
  return {
    name,
    words: text.t(`api.param.${name}`, { limit: text.number(DEFAULT_LIMIT) }),
    form: describeForm(text, FORMS[name]),
  };
}

/** A parameter of an endpoint as OpenAPI describes it. */
export function toQueryParam(
  text: Text,
  name: string,
  endpoint: WithParams,
  schema = getParamSchema(name, endpoint),
): Readonly<Record<string, unknown>> {
  const { words, form } = describeParam(text, name, endpoint);
  return {
    name,
    in: "query",
    description: form === "" ? words : text.t("api.openApi.param", { words, form }),
    // Values of a list are separated by commas.
    ...(schema.type === "array" ? { style: "form", explode: false } : {}),
    schema,
  };
}

/** The JSON Schema of a parameter of an endpoint. Lists have their values separated by commas. */
export function getParamSchema(
  name: string,
  endpoint: WithParams,
): Readonly<Record<string, unknown>> {
  const allowed = endpoint.accepts.choices?.[name];
  if (allowed !== undefined) return listOf(typeof allowed === "function" ? null : allowed);
  const filter = getFilter(name);
  if (filter?.kind === "any-of") {
    return listOf(filter.terms && [...new Set([...filter.terms, UNKNOWN])]);
  }
  if (filter) return { type: "string" };
  if (name === "fields") return listOf(ROW_KEYS);
  const form = isOwnParam(name) ? FORMS[name] : null;
  if (form === null) return { type: "string" };
  if ("oneOf" in form) return { type: "string", enum: form.oneOf };
  if ("example" in form) return form.list ? listOf(null) : { type: "string" };
  const { min, max, whole } = form;
  const bounds = { minimum: min, ...(max === null ? {} : { maximum: max }) };
  return { type: whole ? "integer" : "number", ...bounds };
}

/** @param values null: those that the data has */
function listOf(values: readonly string[] | null) {
  return { type: "array", items: { type: "string", ...(values === null ? {} : { enum: values }) } };
}

function isOwnParam(name: string): name is OwnParam {
  return Object.hasOwn(FORMS, name);
}

function describeForm(text: Text, form: Form): string {
  if ("oneOf" in form) return form.oneOf.join(", ");
  if ("example" in form) return form.example;
  const { min, max } = form;
  return max === null
    ? text.t("api.params.from", { min: String(min) })
    : text.t("api.params.range", { min: String(min), max: String(max) });
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
export function listParams({ accepts }: WithParams): readonly string[] {
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
