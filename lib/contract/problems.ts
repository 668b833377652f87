import type { Issue } from "../evidence/issue";
import { listSuggestions } from "../query/edit-distance";
import type { ParamIssue } from "../query/param-issues";
import { shorten } from "../query/param-limits";
import { describeParamIssue } from "../text/issue-words";
import type { Text } from "../text/text";
import type { ProblemDetail, ProblemDocument } from "./answer-schemas";

/** The HTTP status of each problem by its stable code. Titles are in the messages `api.problem`. */
export const PROBLEM_STATUS = {
  "unknown-parameter": 400,
  "invalid-json": 400,
  "invalid-parameter": 400,
  "unknown-address": 404,
  "unknown-zone": 404,
  "unknown-source": 404,
  "unknown-submission": 404,
  "unknown-record": 404,
  "zone-not-registered": 404,
  "unknown-release": 404,
  "unknown-file": 404,
  "signed-out": 401,
  "token-invalid": 401,
  "token-expired": 401,
  forbidden: 403,
  "token-scope": 403,
  "foreign-origin": 403,
  "password-change": 403,
  "two-factor": 403,
  "not-yours": 403,
  "needs-reviewer": 403,
  "method-not-allowed": 405,
  "not-acceptable": 406,
  "slow-body": 408,
  conflict: 409,
  "claim-id-reused": 409,
  "source-changed": 409,
  "record-changed": 409,
  "change-id-reused": 409,
  "file-withdrawn": 410,
  removed: 410,
  "body-too-large": 413,
  "unsupported-media-type": 415,
  invalid: 422,
  "too-many-requests": 429,
  "internal-error": 500,
  "unsupported-format": 501,
  "too-many-streams": 503,
  "database-away": 503,
  "database-refused": 503,
  "registry-unavailable": 503,
} as const satisfies Record<string, number>;

/** Stable code of a problem. */
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** An issue as the API reports it: with a code, and without `param` where the whole request is at fault. */
export interface ApiIssue extends Omit<Issue, "param" | "index"> {
  readonly code: ProblemCode;
  readonly param?: string;
}

/** Media type of a problem document. */
export const PROBLEM_TYPE = "application/problem+json";

/** Most bytes of the list `errors`. With the first issue, which is given twice, a document stays under 10 kB. */
const MAX_ERRORS_BYTES = 5_500;

/**
 * The document for one or several issues. Later issues of many lose their allowed values, then are left
 * out, so that no request makes a large answer.
 * @param occurrence UUID of the failure in the log
 */
export function problemDocument(
  text: Text,
  issues: readonly [ApiIssue, ...ApiIssue[]],
  occurrence?: string,
): ProblemDocument {
  const [{ code }] = issues;
  return {
    type: `urn:problem-type:cpec-sez-tracker:${code}`,
    title: text.t(`api.problem.${code}`),
    status: PROBLEM_STATUS[code],
    ...toDetail(issues[0]),
    ...(occurrence === undefined ? {} : { instance: `urn:uuid:${occurrence}` }),
    ...(issues.length > 1 ? { errors: fitDetails(issues) } : {}),
  };
}

/** The issues that fit in a document, as its list `errors`. */
function fitDetails(issues: readonly ApiIssue[]): ProblemDetail[] {
  const encoder = new TextEncoder();
  const fitting: ProblemDetail[] = [];
  let left = MAX_ERRORS_BYTES;
  for (const issue of issues) {
    const whole = toDetail(issue);
    const { allowed: _, ...short } = whole;
    for (const detail of [whole, short]) {
      const bytes = encoder.encode(JSON.stringify(detail)).length;
      if (bytes > left) continue;
      left -= bytes;
      fitting.push(detail);
      break;
    }
  }
  return fitting;
}

function toDetail({ code, message, ...rest }: ApiIssue): ProblemDetail {
  return { code, detail: message, ...rest };
}

/**
 * The issue with a parameter as the API reports it: with the start of what was given, and with the
 * closest values of a list that grows with the data.
 */
export function toApiIssue(text: Text, issue: ParamIssue): ApiIssue {
  const { param, got, allowed, ...rest } = describeParamIssue(text, issue);
  const typed = issue.reason.code === "not-allowed" ? issue.reason.value : got;
  return {
    code: "invalid-parameter",
    ...rest,
    param: shorten(param),
    got: shorten(got),
    allowed: issue.fromData ? listSuggestions(typed, allowed) : allowed,
  };
}
