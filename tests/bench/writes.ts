// Measures recording: one claim in a request, by one writer and by 16, against a bare server on the same database in the
// same run. BENCH_BASE_URL is the server, BENCH_DATABASE_URL its database, BENCH_ADMIN_EMAIL and BENCH_ADMIN_PASSWORD its
// first admin.

import { randomUUID } from "node:crypto";
import { signIn } from "../faults/site.mjs";
import { withBareServer } from "./bare-server";
import { formatColumns, median, percentile95 } from "./measure";

const BASE = process.env.BENCH_BASE_URL ?? "";
const ONE_AFTER_THE_OTHER = 200;
const WRITERS = 16;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);

interface Measured {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

const admin = {
  email: process.env.BENCH_ADMIN_EMAIL ?? "",
  password: process.env.BENCH_ADMIN_PASSWORD ?? "",
};
const cookie =
  process.env.BENCH_COOKIE ??
  (await signIn({ address: BASE, admin } as Parameters<typeof signIn>[0]));
const { data } = (await (await fetch(`${BASE}/api/v1/zones?limit=1000`)).json()) as {
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
    headers: { "content-type": "application/json", origin: BASE, cookie },
    body: JSON.stringify({ claims: [claim] }),
  });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`A write got ${response.status}: ${text}`);
}

async function measure(address: string): Promise<Measured> {
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

await withBareServer("tests/bench/bare-writes.mjs", async (bare) => {
  const rows = [];
  for (const [name, address] of [
    ["bare server", bare],
    ["tracker", BASE],
    ["bare server, again", bare],
    ["tracker, again", BASE],
  ] as const) {
    rows.push({ name, ...(await measure(address)) });
  }
  const [first] = rows;
  console.log("\nRecording one claim in a request; × is the ratio to the bare server");
  console.log(
    formatColumns([
      ["server", "p50 of one writer", "p95", `${WRITERS} writers, a second`],
      ...rows.map(({ name, p50, p95, perSecond }) => [
        name,
        `${p50.toFixed(1)} ms`,
        `${p95.toFixed(1)} ms`,
        `${perSecond.toFixed(0)} ×${(perSecond / (first?.perSecond ?? perSecond)).toFixed(2)}`,
      ]),
    ]),
  );
});
