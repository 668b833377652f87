import type { Text } from "../text/text";
import type { Json } from "./openapi-schemas";
import { PROBLEM_STATUS, PROBLEM_TYPE } from "./problems";

/** The response of each status that is not a success, by its name in the document. */
const PROBLEM_NAMES = {
  400: "badRequest",
  401: "signedOut",
  403: "forbidden",
  404: "notFound",
  409: "conflict",
  410: "withdrawn",
  413: "tooLarge",
  415: "unsupportedMediaType",
  422: "invalid",
  429: "tooManyRequests",
  500: "failed",
  503: "unavailable",
} as const;

/** The status of an answer that is not a success. */
export type ProblemResponse = keyof typeof PROBLEM_NAMES;

/** Statuses after which the same request can succeed later. */
const LATER: readonly number[] = [429, 503];

const HEADERS = {
  ETag: "etag",
  RateLimit: "rateLimit",
  "RateLimit-Policy": "rateLimitPolicy",
  "Retry-After": "retryAfter",
} as const;

/** Name of a response header that the document describes. */
export type ResponseHeader = keyof typeof HEADERS;

/** References to problem responses by their status. */
export function problemResponses(statuses: readonly ProblemResponse[]): Json {
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${PROBLEM_NAMES[status]}` }]),
  );
}

/** References to headers by their name. */
export function headerRefs(names: readonly ResponseHeader[]): Json {
  return Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/headers/${HEADERS[name]}` }]),
  );
}

/** The problem responses of the document, each with the codes that it can have. */
export function listProblemResponses(text: Text): Json {
  return Object.fromEntries(
    Object.entries(PROBLEM_NAMES).map(([status, name]) => {
      const codes = Object.entries(PROBLEM_STATUS).flatMap(([code, of]) =>
        String(of) === status ? [code] : [],
      );
      return [
        name,
        {
          description: text.t("api.openApi.problem", { codes: codes.join(", ") }),
          ...(LATER.includes(Number(status)) ? { headers: headerRefs(["Retry-After"]) } : {}),
          content: { [PROBLEM_TYPE]: { schema: { $ref: "#/components/schemas/problem" } } },
        },
      ];
    }),
  );
}

/** The headers of the document. */
export function listHeaders(text: Text): Json {
  return Object.fromEntries(
    Object.values(HEADERS).map((name) => [
      name,
      { description: text.t(`api.openApi.header.${name}`), schema: { type: "string" } },
    ]),
  );
}
