import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { pool } from "../database/db";
import { env } from "../env";
import { readMetrics } from "../metrics";
import { countOpenStreams } from "../registry/revision-stream";
import { registryStore } from "../registry/store";
import { getText } from "../text/get-text";
import { pageStore } from "./kept-pages";
import { respondText } from "./respond";

/** The metrics of this instance, for requests with the token of `METRICS_TOKEN`; 404 while that is not set. */
export async function answerMetrics(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = env();
  const { t } = await getText();
  if (METRICS_TOKEN === undefined) return respondText(404, t("api.metrics.off"));
  const given = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (given === undefined || !isSame(given, METRICS_TOKEN)) {
    return respondText(401, t("api.metrics.token"), { "www-authenticate": "Bearer" });
  }
  const { revision, staleSeconds, listening } = registryStore();
  const { totalCount, idleCount, waitingCount } = pool();
  const { type, body } = await readMetrics({
    revision,
    staleSeconds,
    databaseUp: listening,
    openStreams: countOpenStreams(),
    keptBytes: pageStore().bytes,
    connections: { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount },
  });
  return new Response(body, { headers: { "content-type": type, "cache-control": "no-store" } });
}

/** Compares hashes, so that the time of the answer shows nothing of the token. */
function isSame(given: string, token: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}
