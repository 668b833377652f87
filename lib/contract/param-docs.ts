import { ZONE_FIELD_KEYS } from "../catalogue/fields";
import { BLOCKS } from "../catalogue/groups";
import { NOT_APPLICABLE } from "../catalogue/kinds";
import { listTerms } from "../catalogue/vocabularies";
import { ROW_KEYS } from "../evidence/row";
import { BOX_EXAMPLE } from "../query/box";
import { type EndsFilter, FILTERS, type FilterSpec, getFilter, UNKNOWN } from "../query/filters";
import { MAX_TEXT_LENGTH } from "../query/param-readers";
import { COMPUTED_SORTS, READINESS_MODES } from "../query/query";
import { SCOPES } from "../query/scope";
import type { Messages } from "../text/english-messages";
import { filterLabel } from "../text/query-words";
import type { Text } from "../text/text";
import type { Endpoint } from "./endpoints";
import { ANSWER_FORMS, DEFAULT_LIMIT, listParamNames, MAX_LIMIT, NO_PARAMS } from "./parse-request";

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

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** The form of a parameter: its allowed values, its bounds (null: none), or an example with what a text or an item keeps to. */
type Form =
  | { readonly oneOf: readonly string[] }
  | { readonly min: number; readonly max: number | null; readonly whole: boolean }
  | { readonly example: string; readonly keepsTo?: Json; readonly list?: true };

/** The slug of a zone. */
export const SLUG_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";
const DAY = "\\d{4}-\\d{2}-\\d{2}";
const WEIGHT = `(${BLOCKS.join("|")}):[^,:]+`;
const SLUG = { pattern: SLUG_PATTERN };
const ID = { pattern: "^[a-z0-9]+(-{1,2}[a-z0-9]+)*$" };
const COUNTRY = { pattern: `^([A-Z]{2}|${UNKNOWN})$` };
const SPAN_END = { pattern: `^(r\\d{1,9}|${DAY})$` };
const SORT_TERM = `-?(${[...COMPUTED_SORTS, ...ZONE_FIELD_KEYS].join("|")})`;

const wholeFrom = (min: number, max: number | null = null): Form => ({ min, max, whole: true });
const share = (max: number): Form => ({ min: 0, max, whole: false });
const example = (value: string, keepsTo: Json = {}): Form => ({ example: value, keepsTo });
/** Several values with commas. */
const list = (value: string, keepsTo: Json = {}): Form => ({ example: value, keepsTo, list: true });

const FORMS: Readonly<Record<OwnParam, Form>> = {
  scope: { oneOf: SCOPES },
  q: example("rashakai", { maxLength: MAX_TEXT_LENGTH }),
  zones: list("hattar-sez,dhabeji-sez", SLUG),
  readinessMin: share(100),
  readinessMode: { oneOf: READINESS_MODES },
  coverageMin: share(1),
  weights: example("legal:20,utilities:40", { pattern: `^${WEIGHT}(,${WEIGHT})*$` }),
  sort: example("-readiness,name", { pattern: `^${SORT_TERM}(,${SORT_TERM})*$` }),
  asOf: example("2020-06-30", { format: "date" }),
  knownOn: example("r12, r12-3f9a2c1e, 2026-11-24", {
    pattern: `^(r\\d{1,9}(-[0-9a-f]{8,64})?|${DAY}(T.+)?)$`,
  }),
  limit: wholeFrom(1, MAX_LIMIT),
  offset: wholeFrom(0),
  fields: list("name,status,standing"),
  from: example("2025-11-24, r1", SPAN_END),
  to: example("2026-11-24, r2", SPAN_END),
  quarter: example("2025-Q4", { pattern: "^\\d{4}-Q[1-4]$" }),
  zone: list("hattar-sez,dhabeji-sez", SLUG),
  province: list("sindh,punjab"),
  kind: list("moved-up,moved-down"),
  field: list("status,gas"),
  about: list("state,promise"),
  firm: list("century-steel,vivo", ID),
  country: list("CN,KR", COUNTRY),
  stage: list("producing,exporting", {
    enum: [...listTerms("tenancyStage").map(({ value }) => value), UNKNOWN],
  }),
  sector: list("steel,batteries"),
  strategic: list(["yes", "no", UNKNOWN].join(", "), { enum: ["yes", "no", UNKNOWN] }),
  nationality: list("CN,PK", COUNTRY),
  owner: list("CN,unknown", COUNTRY),
  involvement: list("CN,technology:KR", { pattern: `^(([a-z-]+:)?[A-Z]{2}|${UNKNOWN})$` }),
  constraint: list("power,gas", ID),
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
): Json {
  const { words, form } = describeParam(text, name, endpoint);
  return {
    name,
    in: "query",
    description: form === "" ? words : text.t("api.openApi.param", { words, form }),
    // Values of a list are separated by commas.
    ...(schema.type === "array" ? { style: "form", explode: false } : {}),
    schema,
    ...describeExample(name, schema),
  };
}

/** A value that a parameter takes, in its type. */
function describeExample(name: string, schema: Json): Json {
  const form = isOwnParam(name) ? FORMS[name] : null;
  const { enum: allowed } = (schema.items ?? {}) as { readonly enum?: readonly string[] };
  if (allowed) return { example: allowed.slice(0, 1) };
  if (form === null || !("example" in form) || getFilter(name)) return {};
  const [first = ""] = form.example.split(", ");
  if (schema.type !== "array") return { example: first };
  const isNumbers = (schema.items as Json).type === "number";
  return { example: first.split(",").map((item) => (isNumbers ? Number(item) : item)) };
}

/** The JSON Schema of a parameter of an endpoint. Lists have their values separated by commas. */
export function getParamSchema(name: string, endpoint: WithParams): Json {
  const allowed = endpoint.accepts.choices?.[name];
  const form = isOwnParam(name) ? FORMS[name] : null;
  if (allowed !== undefined && typeof allowed !== "function") return listOf({ enum: allowed });
  const filter = allowed === undefined ? getFilter(name) : undefined;
  if (filter?.kind === "any-of") {
    return listOf(filter.terms && { enum: [...new Set([...filter.terms, UNKNOWN])] });
  }
  if (filter) return { type: "string", pattern: getEndsPattern(filter) };
  if (name === "fields") return listOf({ enum: ROW_KEYS });
  if (form === null) return { type: "string" };
  if ("oneOf" in form) return { type: "string", enum: form.oneOf };
  if ("example" in form) {
    return form.list ? listOf(form.keepsTo ?? null) : { type: "string", ...form.keepsTo };
  }
  const { min, max, whole } = form;
  const bounds = { minimum: min, ...(max === null ? {} : { maximum: max }) };
  return { type: whole ? "integer" : "number", ...bounds };
}

/** @param keepsTo what an item keeps to; null: it is what the data has */
function listOf(keepsTo: Json | null) {
  return { type: "array", items: { type: "string", ...keepsTo } };
}

/** A range, or a word, or both with a comma. */
function getEndsPattern(filter: EndsFilter): string {
  const isRange = filter.kind === "range";
  const end = isRange ? "-?\\d+(\\.\\d+)?(e[+-]?\\d+)?" : "\\d{4}(-\\d{2}(-\\d{2})?)?";
  const words = isRange && filter.notApplicable ? `${UNKNOWN}|${NOT_APPLICABLE}` : UNKNOWN;
  const part = ` *((${end})?\\.\\.(${end})?|${words}) *`;
  return `^${part}(,${part})*$`;
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
