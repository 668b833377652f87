import type { ParamProblem } from "../registry/parse-query";

/** Every way in which a request can fail: the stable code, its status and its title. */
export const PROBLEMS = {
  "unknown-parameter": { status: 400, title: "There is no such parameter." },
  "invalid-parameter": { status: 400, title: "A parameter cannot be used as it was given." },
  "unknown-address": { status: 404, title: "There is nothing at this address." },
  "unknown-zone": { status: 404, title: "There is no such zone." },
  "zone-not-registered": { status: 404, title: "The registry does not hold the zone on that day." },
  "method-not-allowed": { status: 405, title: "This address is read with GET." },
  "internal-error": { status: 500, title: "The request failed for a reason of our own." },
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
  { message, ...problem }: ParamProblem,
  code: ProblemCode = "invalid-parameter",
): Fault {
  return { code, detail: message, ...problem };
}
