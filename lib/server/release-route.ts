import "server-only";
import { createHash } from "node:crypto";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import type { Fault } from "@/lib/contract/problems";
import { type Accepts, type Asked, readParams } from "@/lib/contract/read-params";
import { releaseFileFault } from "@/lib/contract/release-answer";
import { buildId } from "./build";
import { isDatabaseAway } from "./database-away";
import { ACCEPTS_NOTHING, type Handlers, type PathParams, readHandlers } from "./http/read-route";
import { json, type Representation, respond, respondProblem } from "./http/respond";
import { log } from "./log";
import { listReleases, readReleaseFile } from "./release-read";

/** A year: as long as caches are asked to keep anything. */
const FOR_EVER = "public, max-age=31536000, immutable";

const AWAY: Fault = {
  code: "registry-unavailable",
  detail: "The database, which keeps the releases, does not answer. Try again in a moment.",
};

/** What is answered, with the tag of the state that it shows; or why nothing is. */
type Answer = { readonly etag: string; readonly shows: Representation } | { readonly fault: Fault };

/** The route that lists the releases, the last made first. */
export function releaseListRoute(): Handlers {
  return releaseRoute(ENDPOINTS.releases.accepts, async ({ limit, offset }) => {
    const releases = await listReleases();
    const data = releases.slice(offset, offset + limit);
    const meta = { matched: releases.length, total: releases.length };
    const numbers = releases.map(({ number }) => number).join();
    return { etag: `W/"${buildId()}-${hashOf(numbers)}"`, shows: json({ data, meta }) };
  });
}

/** The route of a release's files, which are kept for ever by whoever read them once. */
export function releaseFileRoute(): Handlers {
  return releaseRoute(ENDPOINTS.releaseFile.accepts, async (_, params) => {
    const number = String(params.number ?? "");
    const name = String(params.file ?? "");
    const file = await readReleaseFile(number, name);
    if (!file) return { fault: releaseFileFault(number, name, await listReleases()) };
    const { type, sha256, content } = file;
    const headers = {
      "cache-control": FOR_EVER,
      "content-disposition": `attachment; filename="${name}"`,
      "repr-digest": `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`,
    };
    return { etag: `"${sha256}"`, shows: { type, headers, body: () => content } };
  });
}

function releaseRoute(
  accepts: Partial<Accepts>,
  answer: (asked: Asked, params: PathParams) => Promise<Answer>,
): Handlers {
  return readHandlers(async (request, params) => {
    const pairs = new URL(request.url).searchParams;
    const { asked, faults } = readParams(pairs, { ...ACCEPTS_NOTHING, ...accepts });
    const [fault, ...others] = faults;
    if (fault) return respondProblem([fault, ...others]);
    try {
      const answered = await answer(asked, params);
      if ("fault" in answered) return respondProblem([answered.fault]);
      return respond(request, answered.etag, answered.shows);
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      log.error("The releases cannot be read", { error });
      return respondProblem([AWAY], { headers: { "retry-after": "5" } });
    }
  });
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
