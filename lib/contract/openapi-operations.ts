import type { Messages } from "../text/english-messages";
import type { Text } from "../text/text";
import { ENDPOINT_LIST, type Endpoint, type EndpointKey } from "./endpoints";
import { headerRefs, problemResponses } from "./openapi-responses";
import type { Json } from "./openapi-schemas";
import { listParams, toQueryParam } from "./param-docs";
import type { RequestName } from "./request-schemas";

/** An endpoint that is written to. */
interface WriteEndpoint {
  readonly path: string;
  /** Name of its message in `api.write`. */
  readonly key: keyof Messages["api"]["write"];
  /** Name of the operation, from which clients are generated. */
  readonly id: string;
  /** Name of the schema of its body. */
  readonly request: RequestName;
  /** Absent: POST. */
  readonly method?: "patch";
}

const WRITES: readonly WriteEndpoint[] = [
  { path: "/api/v1/claims", key: "claims", id: "recordClaims", request: "claimsRequest" },
  {
    path: "/api/v1/decisions",
    key: "decisions",
    id: "recordDecisions",
    request: "decisionsRequest",
  },
  {
    path: "/api/v1/sources/{id}",
    key: "source",
    id: "changeSource",
    request: "sourceChangeRequest",
  },
  { path: "/api/v1/zones", key: "zone", id: "addZone", request: "zoneRequest" },
  { path: "/api/v1/tenancies", key: "tenancy", id: "addTenancy", request: "tenancyRequest" },
  { path: "/api/v1/firms", key: "firm", id: "addFirm", request: "firmRequest" },
  {
    path: "/api/v1/firms/{id}",
    key: "firmChange",
    id: "changeFirm",
    request: "firmChangeRequest",
    method: "patch",
  },
  { path: "/api/v1/events", key: "event", id: "addEvent", request: "eventRequest" },
  {
    path: "/api/v1/events/{id}",
    key: "eventChange",
    id: "changeEvent",
    request: "eventChangeRequest",
    method: "patch",
  },
  { path: "/api/v1/context", key: "figure", id: "addFigure", request: "figureRequest" },
  {
    path: "/api/v1/context/{key}",
    key: "figureChange",
    id: "changeFigure",
    request: "figureChangeRequest",
    method: "patch",
  },
  { path: "/api/v1/sources", key: "newSource", id: "addSource", request: "sourceRequest" },
  {
    path: "/api/v1/retirements",
    key: "retirement",
    id: "retireRecord",
    request: "retirementRequest",
  },
];

/** What waits for another person, which needs a token or a session. */
const SUBMISSIONS = {
  "/api/v1/submissions": "submissions",
  "/api/v1/submissions/{id}": "submission",
} as const;

const SUBMISSION_IDS = { submissions: "getSubmissions", submission: "getSubmission" } as const;

const STREAM_PATH = "/api/v1/stream";

/** The subjects of the operations, in the order of the navigation. */
export const TAG_NAMES = ["zones", "readiness", "firms", "timeline", "evidence", "data"] as const;
export type TagName = (typeof TAG_NAMES)[number];

/** The subject of each first part of a path, as in the site's navigation. */
const TAGS: Readonly<Record<string, TagName>> = {
  zones: "zones",
  rows: "zones",
  facets: "zones",
  search: "zones",
  readiness: "readiness",
  firms: "firms",
  tenancies: "firms",
  changes: "timeline",
  events: "timeline",
  targets: "timeline",
  stream: "timeline",
  sources: "evidence",
  claims: "evidence",
  decisions: "evidence",
  submissions: "evidence",
  retirements: "evidence",
  context: "evidence",
  method: "evidence",
  fields: "evidence",
};

const READ_HEADERS = headerRefs(["ETag", "RateLimit", "RateLimit-Policy"]);
/** Of a path that names something. */
const NOT_THERE = [404, 410] as const;
const READ_PROBLEMS = [400, 429, 500, 503] as const;
const WRITE_PROBLEMS = [400, 401, 403, 409, 413, 415, 422, 429, 500, 503] as const;
const WRITE_SECURITY = [{ token: [] }, { session: [] }] as const;

/** A request that can be made. */
export interface Operation {
  readonly operationId: string;
  readonly tags: readonly TagName[];
  readonly summary: string;
  readonly description: string;
  /** Absent: none is needed. */
  readonly security?: typeof WRITE_SECURITY;
  readonly parameters: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Json;
}

/** Operations by path and method. */
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** Every operation of the API. */
export function listPaths(text: Text): Paths {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of ENDPOINT_LIST) {
    paths[endpoint.path] = { get: describeRead(text, endpoint) };
  }
  for (const write of WRITES) {
    const { path, method = "post" } = write;
    paths[path] = { ...paths[path], [method]: describeWrite(text, write) };
  }
  for (const [path, name] of Object.entries(SUBMISSIONS)) {
    paths[path] = { get: describeSubmissions(text, path, name) };
  }
  paths[STREAM_PATH] = { get: describeStream(text) };
  return paths;
}

/** What every operation has. */
function describeOperation(
  path: string,
  operationId: string,
  summary: string,
  description: string,
): Pick<Operation, "operationId" | "tags" | "summary" | "description"> {
  const [, subject = ""] = /^\/api\/v1\/(\w+)/.exec(path) ?? [];
  return { operationId, tags: [TAGS[subject] ?? "data"], summary, description };
}

function describeRead(text: Text, endpoint: Endpoint & { readonly key: EndpointKey }): Operation {
  const { key, path, answer, example } = endpoint;
  const summary = text.t(`api.endpoint.${key}`);
  const pathParams = listPathParams(path);
  return {
    ...describeOperation(
      path,
      getReadId(endpoint),
      summary,
      text.t("api.openApi.read", { summary, example }),
    ),
    parameters: [
      ...pathParams,
      ...listParams(endpoint).map((name) => toQueryParam(text, name, endpoint)),
    ],
    responses: {
      200: { description: summary, headers: READ_HEADERS, content: describeContent(answer) },
      304: { description: text.t("api.openApi.unchanged") },
      ...problemResponses([...READ_PROBLEMS, ...(pathParams.length > 0 ? NOT_THERE : [])]),
    },
  };
}

/** `getZone`; for another format of the same subject with its ending: `getZonesCsv`. */
function getReadId({ key, path }: { readonly key: EndpointKey; readonly path: string }): string {
  const [, subject, ending] = /^\/api\/v1\/(\w+)\.(\w+)$/.exec(path) ?? [];
  return subject === undefined || ending === undefined
    ? `get${capitalise(key)}`
    : `get${capitalise(subject)}${capitalise(ending)}`;
}

const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function describeContent(answer: Endpoint["answer"]): Json {
  if (typeof answer !== "string") {
    const types = [answer.type].flat();
    return Object.fromEntries(types.map((type) => [type, { schema: { type: "string" } }]));
  }
  const name = answer === "zones" ? "someFields" : answer;
  return { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } };
}

function describeWrite(text: Text, { path, key, id, request }: WriteEndpoint): Operation {
  const schema = { $ref: "#/components/schemas/recorded" };
  const content = { "application/json": { schema } };
  const summary = text.t(`api.write.${key}`);
  const pathParams = listPathParams(path);
  return {
    ...describeOperation(path, id, summary, text.t("api.openApi.write", { summary })),
    security: WRITE_SECURITY,
    parameters: pathParams,
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: `#/components/schemas/${request}` } } },
    },
    responses: {
      201: { description: text.t("api.openApi.recorded"), content },
      200: { description: text.t("api.openApi.nothingNew"), content },
      ...(key === "claims" ? { 202: describeWaiting(text) } : {}),
      ...problemResponses([...WRITE_PROBLEMS, ...(pathParams.length > 0 ? [404 as const] : [])]),
    },
  };
}

function describeWaiting(text: Text): Json {
  const schema = { $ref: "#/components/schemas/waiting" };
  return {
    description: text.t("api.openApi.waiting"),
    content: { "application/json": { schema } },
  };
}

function describeSubmissions(
  text: Text,
  path: string,
  name: keyof typeof SUBMISSION_IDS,
): Operation {
  const description = text.t(`api.openApi.${name}`);
  const schema = { $ref: `#/components/schemas/${name}` };
  return {
    ...describeOperation(path, SUBMISSION_IDS[name], description, description),
    security: WRITE_SECURITY,
    parameters: listPathParams(path),
    responses: {
      200: { description, content: { "application/json": { schema } } },
      ...problemResponses([401, 403, 404, 429, 500, 503]),
    },
  };
}

function describeStream(text: Text): Operation {
  const description = text.t("api.openApi.endless");
  return {
    ...describeOperation(STREAM_PATH, "streamRevisions", text.t("api.openApi.stream"), description),
    parameters: [],
    responses: {
      200: { description, content: { "text/event-stream": { schema: { type: "string" } } } },
      ...problemResponses([429, 503]),
    },
  };
}

function listPathParams(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}
