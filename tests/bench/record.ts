import { randomUUID } from "node:crypto";
import { signIn } from "../faults/site.mjs";
import { median, percentile95 } from "./measure";

const ONE_AFTER_THE_OTHER = 200;
/** Those that write at the same time. */
export const WRITERS = 16;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);

/** Writes of one claim in a request. */
export interface MeasuredWrites {
  /** Milliseconds of one writer: median and 95th percentile. */
  readonly p50: number;
  readonly p95: number;
  /** Of 16 writers together. */
  readonly perSecond: number;
}

/**
 * Measures writes: by one writer, then by 16.
 * @param base the tracker, where the first admin signs in
 */
export async function createWriter(base: string): Promise<{
  readonly measure: (address: string) => Promise<MeasuredWrites>;
}> {
  const admin = {
    email: process.env.BENCH_ADMIN_EMAIL ?? "",
    password: process.env.BENCH_ADMIN_PASSWORD ?? "",
  };
  const cookie =
    process.env.BENCH_COOKIE ??
    (await signIn({ address: base, admin } as Parameters<typeof signIn>[0]));
  const { data } = (await (await fetch(`${base}/api/v1/zones?limit=1000`)).json()) as {
    readonly data: readonly { readonly slug: string }[];
  };

  async function record(address: string, number: number): Promise<void> {
    const claim = {
      id: randomUUID(),
      zone: data[number % data.length]?.slug,
      field: "electricity",
      value: number % 2 === 0 ? "available" : "partial",
      asOf: "2026-11-01",
      sourceId: "geonames",
      note: `Number ${number}.`,
      origin: "independent",
      confidence: "high",
    };
    const response = await fetch(`${address}/api/v1/claims`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: base, cookie },
      body: JSON.stringify({ claims: [claim] }),
    });
    const text = await response.text();
    if (response.status !== 201) throw new Error(`A write got ${response.status}: ${text}`);
  }

  async function measure(address: string): Promise<MeasuredWrites> {
    let number = 0;
    for (; number < 50; number++) await record(address, number);
    const times: number[] = [];
    for (let i = 0; i < ONE_AFTER_THE_OTHER; i++) {
      const startedAt = performance.now();
      await record(address, number++);
      times.push(performance.now() - startedAt);
    }
    const before = number;
    const startedAt = performance.now();
    const writers = Array.from({ length: WRITERS }, async () => {
      while (performance.now() - startedAt < SECONDS * 1000) await record(address, number++);
    });
    await Promise.all(writers);
    const perSecond = ((number - before) * 1000) / (performance.now() - startedAt);
    return { p50: median(times), p95: percentile95(times), perSecond };
  }
  return { measure };
}
