import { fieldSpec, isZoneField } from "../../catalogue/fields";
import { LICENCE } from "../../formats/file-notes";
import { getFilter } from "../../query/filters";
import { METHOD } from "../meta";
import { type Json, listParams, toQueryParam } from "../param-docs";
import { DEFAULT_LIMIT, MAX_LIMIT } from "../parse-request";
import { PROBLEM_TYPE } from "../problems";
import type { OgcSite } from "./documents";
import { OGC_LIST } from "./resources";

const ROOT = "/ogc";
const TAG = "features";
const PROBLEMS = [400, 404, 405, 429, 500, 503] as const;
const SLUG_PARAM = {
  name: "slug",
  in: "path",
  required: true,
  schema: { type: "string" },
} as const;

/**
 * The resources as an OpenAPI document (3.0, as the standard asks), with paths below the landing page, where programs look for
 * them.
 */
export function ogcOpenApi(site: OgcSite): Json {
  const { text, origin } = site;
  const names = [...new Set(OGC_LIST.flatMap((resource) => listParams(resource)))];
  return {
    openapi: "3.0.3",
    info: {
      title: text.t("api.openApi.title"),
      version: `1.${METHOD}`,
      description: text.t("api.openApi.description"),
      license: LICENCE,
      contact: { name: text.t("api.openApi.title"), url: `${origin}/contact` },
    },
    servers: [{ url: `${origin}${ROOT}` }],
    // Reading needs no account.
    security: [],
    tags: [{ name: TAG, description: text.t("api.ogc.resource.landing") }],
    paths: Object.fromEntries(
      OGC_LIST.map(({ key, path, type, accepts }) => {
        const own = listParams({ accepts });
        const summary = text.t(`api.ogc.resource.${key}`);
        const pathParams = path.includes("{slug}") ? [SLUG_PARAM] : [];
        const get = {
          operationId: key,
          tags: [TAG],
          summary,
          description: summary,
          parameters: [...pathParams, ...own.filter((name) => !isPathLevel(name)).map(toRef)],
          responses: {
            200: { description: summary, content: { [type]: OBJECT } },
            304: { description: text.t("api.openApi.unchanged") },
            ...Object.fromEntries(PROBLEMS.map((status) => [status, PROBLEM_REF])),
          },
        };
        const shared = own.filter(isPathLevel).map(toRef);
        const atPath = shared.length > 0 ? { parameters: shared } : {};
        return [path.slice(ROOT.length) || "/", { ...atPath, get }];
      }),
    ),
    components: {
      parameters: Object.fromEntries(names.map((name) => [name, toParam(text, name)])),
      responses: { problem: describeProblem(text) },
    },
  };
}

const OBJECT = { schema: { type: "object" } } as const;
const PROBLEM_REF = { $ref: "#/components/responses/problem" } as const;

const toRef = (name: string) => ({ $ref: `#/components/parameters/${name}` });

/**
 * Filters that stand at their path and not at its operation, which means the same. GDAL and QGIS send `field = 'value'` as the
 * parameter of an operation that has the field's name, which is right for the words and levels of one field alone: lists are
 * searched for one of their items, numbers and dates for a range, and GDAL writes a flag as 1.
 */
function isPathLevel(name: string): boolean {
  if (!getFilter(name)) return false;
  const kind = isZoneField(name) ? fieldSpec(name).kind : null;
  return kind !== "choice" && kind !== "level";
}

/** A parameter; all resources have the same one of a name. */
const toParam = (text: OgcSite["text"], name: string): Json =>
  toQueryParam(text, name, { accepts: {} }, PARAM_SCHEMAS[name]);

/** Schemas of which clients of the standard read more than of others. */
const PARAM_SCHEMAS: Readonly<Record<string, Json>> = {
  bbox: { type: "array", minItems: 4, maxItems: 6, items: { type: "number" } },
  limit: { type: "integer", minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
};

function describeProblem({ t }: OgcSite["text"]): Json {
  return { description: t("api.ogc.problem"), content: { [PROBLEM_TYPE]: OBJECT } };
}
