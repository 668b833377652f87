import autocannon from "autocannon";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);

/** How `measureRate` asks. */
interface Asking {
  readonly connections: number;
  readonly headers?: Record<string, string>;
  /** JSON to send by POST; absent: GET. */
  readonly body?: string;
  /** Of every answer; absent: 200. */
  readonly status?: number;
}

/** Answers a second. @throws if one is not what was asked for */
export async function measureRate(
  url: string,
  { connections, headers = {}, body, status = 200 }: Asking,
): Promise<number> {
  const { requests, statusCodeStats } = await autocannon({
    url,
    connections,
    duration: SECONDS,
    ...(body === undefined
      ? { headers }
      : { method: "POST", body, headers: { ...headers, "content-type": "application/json" } }),
  });
  const [others] = Object.keys(statusCodeStats ?? {}).filter((code) => code !== String(status));
  if (others !== undefined) throw new Error(`${url} got ${others}`);
  return requests.average;
}

/** Seconds of one measurement of `measureRate`. */
export const RATE_SECONDS = SECONDS;

/** An answer of Next with nothing in it but a word. */
export const EMPTY_ROUTE = "/api/health/live";
/** All zones, in one answer where there are no more. */
export const LIST = "/api/v1/zones?limit=1000";
