import { z } from "zod";
import { LICENCE } from "../formats/terms-of-use";
import { ANSWER_SCHEMAS, problemSchema } from "./answer-schemas";
import { ENDPOINT_LIST, type Endpoint } from "./endpoints";
import { METHOD } from "./method";
import { listParams, paramInWords } from "./param-words";
import { PROBLEM_TYPE } from "./problems";
import { SESSION_COOKIES } from "./session-cookie";
import {
  ClaimsRequest,
  DecisionsRequest,
  RecordedAnswer,
  SourceChangeRequest,
} from "./write-request";

/** An address that is written to with POST. */
interface WriteEndpoint {
  readonly path: string;
  readonly summary: string;
  /** Name of the schema of what is sent. */
  readonly request: keyof typeof REQUEST_SCHEMAS;
}

const REQUEST_SCHEMAS = {
  claimsRequest: ClaimsRequest,
  decisionsRequest: DecisionsRequest,
  sourceChangeRequest: SourceChangeRequest,
} as const;

const WRITES: readonly WriteEndpoint[] = [
  {
    path: "/api/v1/claims",
    summary: "Records claims, all or nothing, for a signed-in analyst",
    request: "claimsRequest",
  },
  {
    path: "/api/v1/decisions",
    summary:
      "Judges claims, all or nothing, for a signed-in reviewer; an analyst may withdraw their own",
    request: "decisionsRequest",
  },
  {
    path: "/api/v1/sources/{id}",
    summary: "Changes a source for a signed-in analyst; what it said before stays in its versions",
    request: "sourceChangeRequest",
  },
];

const [SESSION_COOKIE] = SESSION_COOKIES;
const STREAM_PATH = "/api/v1/stream";

/** Parameters whose values are whole numbers. */
const WHOLE: readonly string[] = ["limit", "offset", "minVersion"];

type Json = Readonly<Record<string, unknown>>;

/**
 * The contract as an OpenAPI document (3.1), made from the declaration of the addresses and from the
 * schemas that answers are tested against.
 * @param origin scheme and host of the tracker, without a slash at its end
 */
export function openApi(origin: string): Json {
  return {
    openapi: "3.1.1",
    info: {
      title: "CPEC SEZ Tracker",
      version: `1.${METHOD}`,
      summary: "Special economic zones of Pakistan: every value with its claim and its source.",
      description:
        "null is unknown: there is no evidence, or a source says that it is not known; it is neither zero nor no. An address with asOf and knownOn answers the same for ever within one method.",
      license: LICENCE,
    },
    servers: [{ url: origin }],
    paths: pathsOf(),
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: SESSION_COOKIE,
          description: "Set by signing in; what is written comes from the tracker's own pages.",
        },
      },
      schemas: {
        ...schemasOf(
          { ...ANSWER_SCHEMAS, problem: problemSchema, recorded: RecordedAnswer },
          "output",
        ),
        ...schemasOf(REQUEST_SCHEMAS, "input"),
      },
      responses: {
        problem: {
          description: "What is wrong, and what to do (RFC 9457)",
          content: { [PROBLEM_TYPE]: { schema: { $ref: "#/components/schemas/problem" } } },
        },
      },
    },
  };
}

function pathsOf(): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of ENDPOINT_LIST) paths[endpoint.path] = { get: reading(endpoint) };
  for (const write of WRITES) paths[write.path] = { ...paths[write.path], post: writing(write) };
  paths[STREAM_PATH] = {
    get: {
      summary: "The versions of the registry as they come, as server-sent events",
      responses: {
        200: { description: "A stream without an end", content: { "text/event-stream": {} } },
        ...FAILS,
      },
    },
  };
  return paths;
}

const FAILS = { default: { $ref: "#/components/responses/problem" } } as const;

function reading(endpoint: Endpoint): Json {
  const { path, summary, answer } = endpoint;
  return {
    summary,
    parameters: [
      ...pathParams(path),
      ...listParams(endpoint).map((name) => queryParam(name, endpoint)),
    ],
    responses: {
      200: {
        description: summary,
        content:
          typeof answer === "string"
            ? { "application/json": { schema: { $ref: `#/components/schemas/${answer}` } } }
            : { [answer.type]: {} },
      },
      304: { description: "Unchanged since the state that If-None-Match names" },
      ...FAILS,
    },
  };
}

function writing({ path, summary, request }: WriteEndpoint): Json {
  const schema = { $ref: "#/components/schemas/recorded" };
  const content = { "application/json": { schema } };
  return {
    summary,
    security: [{ session: [] }],
    parameters: pathParams(path),
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: `#/components/schemas/${request}` } } },
    },
    responses: {
      201: { description: "Recorded", content },
      200: { description: "Recorded already; nothing is new", content },
      ...FAILS,
    },
  };
}

function pathParams(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParam(name: string, endpoint: Endpoint): Json {
  const { words, form } = paramInWords(name, endpoint);
  return {
    name,
    in: "query",
    description: form === "" ? words : `${words} (${form})`,
    schema: { type: WHOLE.includes(name) ? "integer" : "string" },
  };
}

function schemasOf(schemas: Readonly<Record<string, z.ZodType>>, io: "input" | "output"): Json {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, schemaOf(name, schema, io)]),
  );
}

/** The dialect is the document's own, so it is not named; and what a schema defines is found within the document. */
function schemaOf(name: string, schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...own } = z.toJSONSchema(schema, { io, reused: "ref" });
  const placed = JSON.stringify(own).replaceAll(
    '"#/$defs/',
    `"#/components/schemas/${name}/$defs/`,
  );
  return JSON.parse(placed);
}
