import "server-only";
import { createHash } from "node:crypto";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { unknownReleaseFile } from "@/lib/contract/not-found";
import {
  type AcceptedParams,
  NO_PARAMS,
  type ParsedRequest,
  parseRequest,
} from "@/lib/contract/parse-request";
import type { ApiIssue } from "@/lib/contract/problems";
import { releaseFilePath } from "@/lib/contract/release-answer";
import type { Text } from "@/lib/text/text";
import { getText } from "../get-text";
import { listReleases, readReleaseFile } from "../read-releases";
import { type Handlers, type PathParams, readHandlers } from "./read-route";
import {
  attachment,
  json,
  type Representation,
  respond,
  respondProblem,
  stateTag,
} from "./respond";

/** What a route makes its answer from. */
interface ReleaseContext {
  readonly text: Text;
  readonly params: ParsedRequest;
  readonly pathParams: PathParams;
}

/** An answer with the tag of its state, or why there is none. */
type Answer =
  | { readonly etag: string; readonly content: Representation }
  | { readonly issue: ApiIssue };

/** The route that lists the releases, newest first. */
export function releaseListRoute(): Handlers {
  return releaseRoute(ENDPOINTS.releases.accepts, async ({ params: { limit, offset } }) => {
    const releases = await listReleases();
    const data = releases.slice(offset, offset + limit);
    const meta = { matched: releases.length, total: releases.length };
    const state = createHash("sha256").update(JSON.stringify(releases)).digest("base64url");
    return { etag: stateTag(state), content: json({ data, meta }) };
  });
}

/** In place of the number of a release: the newest. */
const LATEST = "latest";

/** The route of the files of releases. They never change, but can be withdrawn at any time, so caches ask each time. */
export function releaseFileRoute(): Handlers {
  return releaseRoute(ENDPOINTS.releaseFile.accepts, async ({ text, pathParams }) => {
    const asked = String(pathParams.number ?? "");
    const name = String(pathParams.file ?? "");
    const number = asked === LATEST ? ((await listReleases())[0]?.number ?? asked) : asked;
    const file = await readReleaseFile(number, name);
    if (!file) return { issue: unknownReleaseFile(text, number, name, await listReleases()) };
    if ("withdrawn" in file) {
      return {
        issue: { code: "file-withdrawn", message: file.withdrawn, param: "file", got: name },
      };
    }
    const { type, sha256, content } = file;
    const headers = {
      ...attachment(name),
      // The address to cite: the one asked for has another release later.
      ...(asked === LATEST ? { "content-location": releaseFilePath(number, name) } : {}),
      "repr-digest": `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`,
    };
    return { etag: `"${sha256}"`, content: { type, headers, body: () => content } };
  });
}

function releaseRoute(
  accepts: Partial<AcceptedParams>,
  answer: (context: ReleaseContext) => Promise<Answer>,
): Handlers {
  return readHandlers(async (request, pathParams) => {
    const text = await getText();
    const pairs = new URL(request.url).searchParams;
    const { request: params, issues } = parseRequest(text, pairs, { ...NO_PARAMS, ...accepts });
    const [issue, ...others] = issues;
    if (issue) return respondProblem([issue, ...others]);
    const answered = await answer({ text, params, pathParams });
    if ("issue" in answered) return respondProblem([answered.issue]);
    return respond(request, answered.etag, answered.content);
  }, "releases");
}
