import { z } from "zod";
import { TABLE_FILES } from "../formats/day-tables";
import { LICENCE } from "../formats/file-notes";
import type { Messages } from "../text/english-messages";
import type { Text } from "../text/text";
import { ANSWER_SCHEMAS, DOCUMENT_SCHEMAS, problemSchema } from "./answer-schemas";
import { ENDPOINT_LIST, type Endpoint, type EndpointKey } from "./endpoints";
import { METHOD } from "./meta";
import { type Json, listParams, SLUG_PATTERN, toQueryParam } from "./param-docs";
import { PROBLEM_STATUS, PROBLEM_TYPE } from "./problems";
import {
  EventChangeRequest,
  FigureChangeRequest,
  FirmChangeRequest,
  FirmRequest,
  RetirementRequest,
} from "./records-request";
import { SESSION_COOKIES } from "./sign-in";
import { SubmissionAnswer, SubmissionsAnswer, WaitingAnswer } from "./submission-answer";
import { capitalise } from "./value-schemas";
import {
  ClaimsRequest,
  DecisionsRequest,
  NewEventRequest,
  NewFigureRequest,
  NewTenancyRequest,
  NewZoneRequest,
  RecordedAnswer,
  SourceChangeRequest,
  SourceRequest,
} from "./write-request";

/** An endpoint that is written to. */
interface WriteEndpoint {
  readonly path: string;
  /** Name of its message in `api.write`. */
  readonly key: keyof Messages["api"]["write"];
  /** Name of the operation, from which clients are generated. */
  readonly id: string;
  /** Its body. */
  readonly request: z.ZodType;
  /** Absent: POST. */
  readonly method?: "patch";
}

const write = (
  path: string,
  key: WriteEndpoint["key"],
  id: string,
  request: z.ZodType,
  method?: "patch",
): WriteEndpoint => ({ path: `/api/v1/${path}`, key, id, request, ...(method && { method }) });

const WRITES: readonly WriteEndpoint[] = [
  write("claims", "claims", "recordClaims", ClaimsRequest),
  write("decisions", "decisions", "recordDecisions", DecisionsRequest),
  write("sources/{id}", "source", "changeSource", SourceChangeRequest),
  write("zones", "zone", "addZone", NewZoneRequest),
  write("tenancies", "tenancy", "addTenancy", NewTenancyRequest),
  write("firms", "firm", "addFirm", FirmRequest),
  write("firms/{id}", "firmChange", "changeFirm", FirmChangeRequest, "patch"),
  write("events", "event", "addEvent", NewEventRequest),
  write("events/{id}", "eventChange", "changeEvent", EventChangeRequest, "patch"),
  write("context", "figure", "addFigure", NewFigureRequest),
  write("context/{key}", "figureChange", "changeFigure", FigureChangeRequest, "patch"),
  write("sources", "newSource", "addSource", SourceRequest),
  write("retirements", "retirement", "retireRecord", RetirementRequest),
];

/** What waits for another person, which needs a token or a session. */
const SUBMISSIONS = [
  {
    path: "/api/v1/submissions",
    key: "submissions",
    id: "getSubmissions",
    answer: SubmissionsAnswer,
  },
  {
    path: "/api/v1/submissions/{id}",
    key: "submission",
    id: "getSubmission",
    answer: SubmissionAnswer,
  },
] as const;

const STREAM_PATH = "/api/v1/stream";

/** The subject of each first part of a path, as in the site's navigation; of every other path it is `data`. */
const TAGS = {
  zones: ["zones", "rows", "facets", "search"],
  readiness: ["readiness"],
  firms: ["firms", "tenancies"],
  timeline: ["changes", "events", "targets", "stream"],
  evidence: [
    ...["sources", "claims", "decisions", "submissions", "retirements"],
    ...["context", "method", "fields"],
  ],
  data: [],
} as const satisfies Record<string, readonly string[]>;
type Tag = keyof typeof TAGS;
const TAG_NAMES = Object.keys(TAGS) as Tag[];

/** The response of each status that is not a success, by its name in the document. */
const PROBLEM_NAMES = {
  400: "BadRequest",
  401: "SignedOut",
  403: "Forbidden",
  404: "NotFound",
  406: "NotAcceptable",
  409: "Conflict",
  410: "Withdrawn",
  413: "TooLarge",
  415: "UnsupportedMediaType",
  422: "Invalid",
  429: "TooManyRequests",
  500: "Failed",
  503: "Unavailable",
} as const;
type ProblemStatus = keyof typeof PROBLEM_NAMES;

/** Statuses after which the same request can succeed later. */
const LATER: readonly number[] = [429, 503];
/** Of a path that names something. */
const NOT_THERE = [404, 410] as const;
const READ_PROBLEMS = [400, 406, 429, 500, 503] as const;
const WRITE_PROBLEMS = [400, 401, 403, 409, 413, 415, 422, 429, 500, 503] as const;

const HEADERS = {
  ETag: "etag",
  Link: "link",
  "Registry-As-Of": "registryAsOf",
  "Registry-Known-On": "registryKnownOn",
  RateLimit: "rateLimit",
  "RateLimit-Policy": "rateLimitPolicy",
  "Retry-After": "retryAfter",
} as const;

/** What a name in a path can be; other names are texts. */
const PATH_PARAMS: Readonly<Record<string, Json>> = {
  "zones/{slug}": { type: "string", pattern: SLUG_PATTERN },
  "releases/{number}": { type: "string", pattern: "^(latest|\\d{4}\\.[1-9]\\d*)$" },
  "submissions/{id}": { type: "string", format: "uuid" },
  "tables/{file}": { type: "string", enum: TABLE_FILES.map(({ name }) => name) },
};

/** A request that can be made. */
interface Operation {
  readonly operationId: string;
  readonly tags: readonly Tag[];
  readonly summary: string;
  readonly description: string;
  /** Absent: none is needed. */
  readonly security?: readonly Json[];
  readonly parameters: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Json;
}

/** Operations by path and method. */
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/**
 * The API as an OpenAPI document (3.1), made from the declared endpoints and from the schemas that
 * the tests check the answers with.
 * @param origin scheme and host of the tracker, without a trailing slash
 */
export function openApi(text: Text, origin: string): Json {
  const { parameters, paths } = shareParams(listPaths(text));
  return {
    openapi: "3.1.1",
    info: {
      title: text.t("api.openApi.title"),
      version: `1.${METHOD}`,
      summary: text.t("api.openApi.summary"),
      description: text.t("api.openApi.description"),
      license: LICENCE,
      contact: { url: `${origin}/contact` },
    },
    servers: [{ url: origin }],
    // Reading needs no account.
    security: [],
    tags: TAG_NAMES.map((name) => ({ name, description: text.t(`api.openApi.tag.${name}`) })),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: SESSION_COOKIES[0],
          description: text.t("api.openApi.session"),
        },
        token: { type: "http", scheme: "bearer", description: text.t("api.openApi.token") },
      },
      parameters,
      headers: Object.fromEntries(
        Object.values(HEADERS).map((name) => [
          name,
          { description: text.t(`api.openApi.header.${name}`), schema: { type: "string" } },
        ]),
      ),
      schemas: listComponents(),
      responses: Object.fromEntries(
        Object.entries(PROBLEM_NAMES).map(([status, name]) => [
          name,
          describeProblem(text, Number(status)),
        ]),
      ),
    },
  };
}

/** Every schema with an `id` that an operation leads to. */
function listComponents(): Json {
  // Each answer that has the rows of all fields can be asked for some.
  const { zones: _, ...answers } = ANSWER_SCHEMAS;
  const roots = [
    ...Object.values(answers),
    ...Object.values(DOCUMENT_SCHEMAS),
    ...WRITES.map(({ request }) => request),
    ...SUBMISSIONS.map(({ answer }) => answer),
    ...[problemSchema, RecordedAnswer, WaitingAnswer],
  ];
  const { $defs } = z.toJSONSchema(z.tuple(roots as [z.ZodType, ...z.ZodType[]]), { override });
  return JSON.parse(JSON.stringify($defs).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

/** Formats that say all that a pattern would. */
const FORMATS: readonly unknown[] = ["date", "date-time", "uuid", "uri"];

/** Says in full what generators of clients would not conclude: the keys of a record, and that a tuple has items. */
function override({
  zodSchema,
  jsonSchema,
}: {
  readonly zodSchema: z.core.$ZodTypes;
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  if (zodSchema instanceof z.ZodRecord && zodSchema.keyType instanceof z.ZodEnum) {
    const { additionalProperties } = jsonSchema;
    jsonSchema.properties = Object.fromEntries(
      zodSchema.keyType.options.map((key) => [String(key), additionalProperties ?? {}]),
    );
    jsonSchema.additionalProperties = false;
    delete jsonSchema.propertyNames;
  }
  // The length is in minItems and maxItems; some programs read `items: false` as missing.
  if (jsonSchema.prefixItems && jsonSchema.maxItems !== undefined) jsonSchema.items = {};
  if (FORMATS.includes(jsonSchema.format)) delete jsonSchema.pattern;
}

/** A reference to the component of a schema. */
function refTo(schema: z.ZodType): Json {
  return { $ref: `#/components/schemas/${schema.meta()?.id}` };
}

const describeJson = (schema: z.ZodType, type = "application/json"): Json => ({
  [type]: { schema: refTo(schema) },
});

/** Every operation of the API. */
function listPaths(text: Text): Paths {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of ENDPOINT_LIST) {
    paths[endpoint.path] = { get: describeRead(text, endpoint) };
  }
  for (const one of WRITES) {
    const { path, method = "post" } = one;
    paths[path] = { ...paths[path], [method]: describeWrite(text, one) };
  }
  for (const one of SUBMISSIONS) paths[one.path] = { get: describeSubmissions(text, one) };
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
  const isTag = (tag: Tag) => TAGS[tag].some((part) => part === subject);
  return { operationId, tags: [TAG_NAMES.find(isTag) ?? "data"], summary, description };
}

function describeRead(text: Text, endpoint: Endpoint & { readonly key: EndpointKey }): Operation {
  const { key, path, answer, example } = endpoint;
  const summary = text.t(`api.endpoint.${key}`);
  const pathParams = listPathParams(path);
  const isFile = /(zones|package|registry)\.\w+$/.test(path);
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
      200: {
        description: summary,
        headers: refHeaders([
          ...(["ETag", "Link", "RateLimit", "RateLimit-Policy"] as const),
          ...(isFile ? (["Registry-As-Of", "Registry-Known-On"] as const) : []),
        ]),
        content: describeContent(answer),
      },
      304: { description: text.t("api.openApi.unchanged") },
      ...(path.includes("{slug}") ? { 308: { description: text.t("api.openApi.merged") } } : {}),
      ...refProblems([...READ_PROBLEMS, ...(pathParams.length > 0 ? NOT_THERE : [])]),
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

function describeContent(answer: Endpoint["answer"]): Json {
  if (typeof answer === "string") {
    return describeJson(ANSWER_SCHEMAS[answer === "zones" ? "someFields" : answer]);
  }
  const { type, document } = answer;
  return Object.fromEntries(
    [type].flat().map((one) => {
      if (document && one.includes("json"))
        return [one, { schema: refTo(DOCUMENT_SCHEMAS[document]) }];
      const isText = /^text\/|xml$/.test(one);
      return [one, { schema: { type: "string", ...(isText ? {} : { format: "binary" }) } }];
    }),
  );
}

function describeWrite(text: Text, { path, key, id, request }: WriteEndpoint): Operation {
  const content = describeJson(RecordedAnswer);
  const waiting = {
    description: text.t("api.openApi.waiting"),
    content: describeJson(WaitingAnswer),
  };
  const summary = text.t(`api.write.${key}`);
  const pathParams = listPathParams(path);
  return {
    ...describeOperation(path, id, summary, text.t("api.openApi.write", { summary })),
    security: [{ token: [] }, { session: [] }],
    parameters: pathParams,
    requestBody: { required: true, content: describeJson(request) },
    responses: {
      201: { description: text.t("api.openApi.recorded"), content },
      200: { description: text.t("api.openApi.nothingNew"), content },
      ...(key === "claims" || key === "decisions" ? { 202: waiting } : {}),
      ...refProblems([...WRITE_PROBLEMS, ...(pathParams.length > 0 ? [404 as const] : [])]),
    },
  };
}

function describeSubmissions(
  text: Text,
  { path, key, id, answer }: (typeof SUBMISSIONS)[number],
): Operation {
  const description = text.t(`api.openApi.${key}`);
  return {
    ...describeOperation(path, id, description, description),
    security: [{ token: [] }, { session: [] }],
    parameters: listPathParams(path),
    responses: {
      200: { description, content: describeJson(answer) },
      ...refProblems([401, 403, 404, 429, 500, 503]),
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
      ...refProblems([429, 503]),
    },
  };
}

function listPathParams(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(({ 1: name, index }) => {
    const named = path.slice(0, index);
    const [, schema] =
      Object.entries(PATH_PARAMS).find(([part]) => `${named}{${name}}`.endsWith(part)) ?? [];
    return { name, in: "path", required: true, schema: schema ?? { type: "string" } };
  });
}

function refProblems(statuses: readonly ProblemStatus[]): Json {
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${PROBLEM_NAMES[status]}` }]),
  );
}

function refHeaders(names: readonly (keyof typeof HEADERS)[]): Json {
  return Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/headers/${HEADERS[name]}` }]),
  );
}

/** The response of a status that is not a success, with the codes that it can have. */
function describeProblem(text: Text, status: number): Json {
  const codes = Object.entries(PROBLEM_STATUS).flatMap(([code, of]) => (of === status ? code : []));
  return {
    description: text.t("api.openApi.problem", { codes: codes.join(", ") }),
    ...(LATER.includes(status) ? { headers: refHeaders(["Retry-After"]) } : {}),
    content: describeJson(problemSchema, PROBLEM_TYPE),
  };
}

/** The parameters that several operations have, as components, and the operations with references to them. */
function shareParams(paths: Paths): { readonly parameters: Json; readonly paths: Paths } {
  const uses = new Map<string, number>();
  for (const { parameters } of Object.values(paths).flatMap((path) => Object.values(path))) {
    for (const one of parameters) {
      const written = JSON.stringify(one);
      uses.set(written, (uses.get(written) ?? 0) + 1);
    }
  }
  const parameters: Record<string, Json> = {};
  const names = new Map<string, string>();
  for (const [written, count] of uses) {
    if (count === 1) continue;
    const one: Json = JSON.parse(written);
    // One name can have several forms.
    const forms = Object.values(parameters).filter(({ name }) => name === one.name).length;
    const key = forms === 0 ? String(one.name) : `${one.name}${forms + 1}`;
    parameters[key] = one;
    names.set(written, key);
  }
  const share = (operation: Operation): Operation => ({
    ...operation,
    parameters: operation.parameters.map((one) => {
      const name = names.get(JSON.stringify(one));
      return name === undefined ? one : { $ref: `#/components/parameters/${name}` };
    }),
  });
  const mapValues = <A, B>(values: Readonly<Record<string, A>>, map: (value: A) => B) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
  return { parameters, paths: mapValues(paths, (path) => mapValues(path, share)) };
}
