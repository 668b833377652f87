import { z } from "zod";
import { LICENCE } from "../formats/file-notes";
import type { Messages } from "../text/english-messages";
import type { Text } from "../text/text";
import { ANSWER_SCHEMAS, problemSchema } from "./answer-schemas";
import { ENDPOINT_LIST, type Endpoint, type EndpointKey } from "./endpoints";
import { METHOD } from "./meta";
import { describeParam, listParams } from "./param-docs";
import { PROBLEM_TYPE } from "./problems";
import {
  EventChangeRequest,
  FigureChangeRequest,
  FirmChangeRequest,
  FirmRequest,
  RetirementRequest,
} from "./records-request";
import { SESSION_COOKIES } from "./sign-in";
import { SubmissionAnswer, SubmissionsAnswer, WaitingAnswer } from "./submission-answer";
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
  /** Name of the schema of its body. */
  readonly request: keyof typeof REQUEST_SCHEMAS;
  /** Absent: POST. */
  readonly method?: "patch";
}

const REQUEST_SCHEMAS = {
  claimsRequest: ClaimsRequest,
  decisionsRequest: DecisionsRequest,
  sourceChangeRequest: SourceChangeRequest,
  zoneRequest: NewZoneRequest,
  tenancyRequest: NewTenancyRequest,
  firmRequest: FirmRequest,
  firmChangeRequest: FirmChangeRequest,
  eventRequest: NewEventRequest,
  eventChangeRequest: EventChangeRequest,
  figureRequest: NewFigureRequest,
  figureChangeRequest: FigureChangeRequest,
  sourceRequest: SourceRequest,
  retirementRequest: RetirementRequest,
} as const;

const WRITES: readonly WriteEndpoint[] = [
  { path: "/api/v1/claims", key: "claims", request: "claimsRequest" },
  { path: "/api/v1/decisions", key: "decisions", request: "decisionsRequest" },
  { path: "/api/v1/sources/{id}", key: "source", request: "sourceChangeRequest" },
  { path: "/api/v1/zones", key: "zone", request: "zoneRequest" },
  { path: "/api/v1/tenancies", key: "tenancy", request: "tenancyRequest" },
  { path: "/api/v1/firms", key: "firm", request: "firmRequest" },
  { path: "/api/v1/firms/{id}", key: "firmChange", request: "firmChangeRequest", method: "patch" },
  { path: "/api/v1/events", key: "event", request: "eventRequest" },
  {
    path: "/api/v1/events/{id}",
    key: "eventChange",
    request: "eventChangeRequest",
    method: "patch",
  },
  { path: "/api/v1/context", key: "figure", request: "figureRequest" },
  {
    path: "/api/v1/context/{key}",
    key: "figureChange",
    request: "figureChangeRequest",
    method: "patch",
  },
  { path: "/api/v1/sources", key: "newSource", request: "sourceRequest" },
  { path: "/api/v1/retirements", key: "retirement", request: "retirementRequest" },
];

const [SESSION_COOKIE] = SESSION_COOKIES;
/** What waits for another person, which needs a token or a session. */
const SUBMISSIONS = {
  "/api/v1/submissions": "submissions",
  "/api/v1/submissions/{id}": "submission",
} as const;

const STREAM_PATH = "/api/v1/stream";

/** Parameters whose values are whole numbers. */
const WHOLE_NUMBERS: readonly string[] = ["limit", "offset", "minVersion"];

type Json = Readonly<Record<string, unknown>>;

/**
 * The API as an OpenAPI document (3.1), made from the declared endpoints and from the schemas that
 * the tests check the answers with.
 * @param origin scheme and host of the tracker, without a trailing slash
 */
export function openApi(text: Text, origin: string): Json {
  return {
    openapi: "3.1.1",
    info: {
      title: text.t("api.openApi.title"),
      version: `1.${METHOD}`,
      summary: text.t("api.openApi.summary"),
      description: text.t("api.openApi.description"),
      license: LICENCE,
    },
    servers: [{ url: origin }],
    paths: listPaths(text),
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: SESSION_COOKIE,
          description: text.t("api.openApi.session"),
        },
        token: { type: "http", scheme: "bearer", description: text.t("api.openApi.token") },
      },
      schemas: {
        ...toJsonSchemas(
          {
            ...ANSWER_SCHEMAS,
            problem: problemSchema,
            recorded: RecordedAnswer,
            waiting: WaitingAnswer,
            submission: SubmissionAnswer,
            submissions: SubmissionsAnswer,
          },
          "output",
        ),
        ...toJsonSchemas(REQUEST_SCHEMAS, "input"),
      },
      responses: {
        problem: {
          description: text.t("api.openApi.problem"),
          content: { [PROBLEM_TYPE]: { schema: { $ref: "#/components/schemas/problem" } } },
        },
      },
    },
  };
}

function listPaths(text: Text): Json {
  const paths: Record<string, Json> = {};
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
  paths[STREAM_PATH] = {
    get: {
      summary: text.t("api.openApi.stream"),
      responses: {
        200: { description: text.t("api.openApi.endless"), content: { "text/event-stream": {} } },
        ...FAILURES,
      },
    },
  };
  return paths;
}

const FAILURES = { default: { $ref: "#/components/responses/problem" } } as const;

function describeRead(text: Text, endpoint: Endpoint & { readonly key: EndpointKey }): Json {
  const { key, path, answer } = endpoint;
  const summary = text.t(`api.endpoint.${key}`);
  return {
    summary,
    parameters: [
      ...listPathParams(path),
      ...listParams(endpoint).map((name) => toQueryParam(text, name, endpoint)),
    ],
    responses: {
      200: {
        description: summary,
        content:
          typeof answer === "string"
            ? { "application/json": { schema: { $ref: `#/components/schemas/${answer}` } } }
            : { [answer.type]: {} },
      },
      304: { description: text.t("api.openApi.unchanged") },
      ...FAILURES,
    },
  };
}

function describeWrite(text: Text, { path, key, request }: WriteEndpoint): Json {
  const schema = { $ref: "#/components/schemas/recorded" };
  const content = { "application/json": { schema } };
  return {
    summary: text.t(`api.write.${key}`),
    security: [{ token: [] }, { session: [] }],
    parameters: listPathParams(path),
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: `#/components/schemas/${request}` } } },
    },
    responses: {
      201: { description: text.t("api.openApi.recorded"), content },
      200: { description: text.t("api.openApi.nothingNew"), content },
      ...(key === "claims" ? { 202: describeWaiting(text) } : {}),
      ...FAILURES,
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

function describeSubmissions(text: Text, path: string, name: "submission" | "submissions"): Json {
  const description = text.t(`api.openApi.${name}`);
  const schema = { $ref: `#/components/schemas/${name}` };
  return {
    summary: description,
    security: [{ token: [] }, { session: [] }],
    parameters: listPathParams(path),
    responses: { 200: { description, content: { "application/json": { schema } } }, ...FAILURES },
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

function toQueryParam(text: Text, name: string, endpoint: Endpoint): Json {
  const { words, form } = describeParam(text, name, endpoint);
  return {
    name,
    in: "query",
    description: form === "" ? words : text.t("api.openApi.param", { words, form }),
    schema: { type: WHOLE_NUMBERS.includes(name) ? "integer" : "string" },
  };
}

function toJsonSchemas(schemas: Readonly<Record<string, z.ZodType>>, io: "input" | "output"): Json {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, toJsonSchema(name, schema, io)]),
  );
}

/** Without the dialect, which is that of the document; references point into the document. */
function toJsonSchema(name: string, schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...own } = z.toJSONSchema(schema, { io, reused: "ref" });
  const placed = JSON.stringify(own).replaceAll(
    '"#/$defs/',
    `"#/components/schemas/${name}/$defs/`,
  );
  return JSON.parse(placed);
}
