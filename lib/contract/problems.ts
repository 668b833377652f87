import type { ParamIssue } from "../query/param-issues";

/** Every way in which a request can fail: the stable code, its status and its title. */
export const PROBLEMS = {
  "unknown-parameter": { status: 400, title: "There is no such parameter." },
  "invalid-json": { status: 400, title: "The request is not JSON." },
  "invalid-parameter": { status: 400, title: "A parameter cannot be used as it was given." },
  "unknown-address": { status: 404, title: "There is nothing at this address." },
  "unknown-zone": { status: 404, title: "There is no such zone." },
  "unknown-source": { status: 404, title: "There is no such source." },
  "zone-not-registered": { status: 404, title: "The registry does not hold the zone on that day." },
  "unknown-release": { status: 404, title: "There is no such release." },
  "unknown-file": { status: 404, title: "The release has no such file." },
  "signed-out": { status: 401, title: "Nobody is signed in." },
  forbidden: { status: 403, title: "Your role does not allow this." },
  "foreign-origin": {
    status: 403,
    title: "The request does not come from the tracker's own pages.",
  },
  "not-yours": { status: 403, title: "The claim was recorded by somebody else." },
  "method-not-allowed": { status: 405, title: "The address does not take this method." },
  "slow-body": { status: 408, title: "The request took too long to arrive." },
  conflict: { status: 409, title: "Something else shows now than the claim was made over." },
  "claim-id-reused": { status: 409, title: "The id of a claim stands for another claim." },
  "source-changed": { status: 409, title: "The source was changed meanwhile." },
  "change-id-reused": { status: 409, title: "The id of a change stands for another change." },
  "body-too-large": { status: 413, title: "The request is too large." },
  "unsupported-media-type": { status: 415, title: "The request must be JSON." },
  invalid: { status: 422, title: "Something in the request cannot be recorded." },
  "internal-error": { status: 500, title: "The request failed for a reason of our own." },
  "too-many-streams": { status: 503, title: "Too many live streams are open." },
  "database-away": { status: 503, title: "Nothing can be recorded at the moment." },
  "registry-unavailable": { status: 503, title: "The registry cannot be read at the moment." },
} as const satisfies Record<string, { status: number; title: string }>;

/** Stable code of a failure. */
export type ProblemCode = keyof typeof PROBLEMS;

/** One thing that is wrong; the last four are given where it is a parameter that is wrong. */
export interface Fault {
  readonly code: ProblemCode;
  /** A sentence that says what to do. */
  readonly detail: string;
  readonly param?: string;
  readonly got?: string;
  /** The values, names or forms that are allowed, where they can be listed. */
  readonly allowed?: readonly string[];
  /** What is allowed and nearest to what was given; null where nothing is near. */
  readonly nearest?: string | null;
}

/** An `application/problem+json` document (RFC 9457). Its own members are those of the first fault. */
export interface ProblemDocument extends Fault {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Names this very occurrence in the server's log, as a `urn:uuid:`. */
  readonly instance?: string;
  /** Every fault, where there are several. */
  readonly errors?: readonly Fault[];
}

/** Media type of a problem document. */
export const PROBLEM_TYPE = "application/problem+json";

/**
 * The document for one or several faults.
 * @param occurrence UUID under which the failure stands in the log
 */
export function problemDocument(
  faults: readonly [Fault, ...Fault[]],
  occurrence?: string,
): ProblemDocument {
  const [first] = faults;
  const { status, title } = PROBLEMS[first.code];
  return {
    type: `urn:problem-type:cpec-sez-tracker:${first.code}`,
    title,
    status,
    ...first,
    ...(occurrence === undefined ? {} : { instance: `urn:uuid:${occurrence}` }),
    ...(faults.length > 1 ? { errors: faults } : {}),
  };
}

/** The fault of a parameter that the reader of parameters could not use. */
export function paramFault(
  { message, ...problem }: ParamIssue,
  code: ProblemCode = "invalid-parameter",
): Fault {
  return { code, detail: message, ...problem };
}
