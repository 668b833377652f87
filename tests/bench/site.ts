import { randomUUID } from "node:crypto";
import { signIn } from "../faults/site.mjs";
import { median } from "./measure";

/** The address of the server that is measured. */
export const BASE = process.env.BENCH_URL ?? "";

/** What the server's metrics say of its process. */
interface ProcessMetrics {
  /** Milliseconds of the processor since it started. */
  readonly cpuMs: number;
  /** Resident megabytes. */
  readonly megabytes: number;
}

export async function readMetrics(): Promise<ProcessMetrics> {
  const headers = { authorization: `Bearer ${process.env.BENCH_METRICS_TOKEN}` };
  const text = await (await fetch(`${BASE}/metrics`, { headers })).text();
  const read = (name: string) => Number(new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1]);
  return {
    cpuMs: 1000 * read("process_cpu_seconds_total"),
    megabytes: read("process_resident_memory_bytes") / 2 ** 20,
  };
}

/** What one request takes. */
export interface Cost {
  /** Milliseconds of the server's processor, the mean. */
  readonly cpuMs: number;
  /** Milliseconds from the request to the end of its answer, the median. */
  readonly ms: number;
}

/** The first requests of a kind compile its code. */
const WARM_UP = 40;

/**
 * Measures requests, one after the other.
 * @param ask sends the request with this number and reads its answer; the first numbers are not measured
 * @param readCpuMs the milliseconds that the asked server has used; absent: those of the tracker
 */
export async function measureCost(
  count: number,
  ask: (number: number) => Promise<unknown>,
  readCpuMs = async () => (await readMetrics()).cpuMs,
): Promise<Cost> {
  for (let i = 0; i < WARM_UP; i++) await ask(i);
  const times: number[] = [];
  const before = await readCpuMs();
  for (let i = 0; i < count; i++) {
    const startedAt = performance.now();
    await ask(WARM_UP + i);
    times.push(performance.now() - startedAt);
  }
  return { cpuMs: ((await readCpuMs()) - before) / count, ms: median(times) };
}

/**
 * Reads an answer to its end.
 * @throws unless it succeeds
 */
export async function get(address: string): Promise<string> {
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok) throw new Error(`${address} got ${response.status}: ${text}`);
  return text;
}

/** Signs the first admin in; the returned function records one claim, at the tracker or at the bare server. */
export async function openDesk(): Promise<(address: string, number: number) => Promise<void>> {
  const admin = JSON.parse(process.env.BENCH_ADMIN ?? "");
  const cookie = await signIn({ address: BASE, admin } as Parameters<typeof signIn>[0]);
  const { data } = JSON.parse(await get(`${BASE}/api/v1/zones?limit=1000&fields=name`)) as {
    readonly data: readonly { readonly slug: string }[];
  };
  return async (address, number) => {
    const claim = {
      ...{ id: randomUUID(), zone: data[number % data.length]?.slug, field: "electricity" },
      ...{ value: number % 2 === 0 ? "available" : "partial", asOf: "2026-11-01" },
      ...{ sourceId: "geonames", note: `Number ${number}.`, origin: "independent" },
      confidence: "high",
    };
    const response = await fetch(`${address}/api/v1/claims`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: BASE, cookie },
      body: JSON.stringify({ claims: [claim] }),
    });
    const text = await response.text();
    if (response.status !== 201) throw new Error(`A write got ${response.status}: ${text}`);
  };
}
