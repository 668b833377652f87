// Measures recording: one claim in a request, by one writer and by 16, against a bare server on the same database in the
// same run. BENCH_BASE_URL is the server, BENCH_DATABASE_URL its database, BENCH_ADMIN_EMAIL and BENCH_ADMIN_PASSWORD its
// first admin.

import { withBareServer } from "./bare-server";
import { formatColumns } from "./measure";
import { createWriter, WRITERS } from "./record";

const BASE = process.env.BENCH_BASE_URL ?? "";
const writer = await createWriter(BASE);

await withBareServer("tests/bench/bare-writes.mjs", async (bare) => {
  const rows = [];
  for (const [name, address] of [
    ["bare server", bare],
    ["tracker", BASE],
    ["bare server, again", bare],
    ["tracker, again", BASE],
  ] as const) {
    rows.push({ name, ...(await writer.measure(address)) });
  }
  const [first] = rows;
  console.log("\nRecording one claim in a request; × is the ratio to the bare server");
  console.log(
    formatColumns([
      ["server", "p50 of one writer", "p95", `${WRITERS} writers, a second`],
      ...rows.map(({ name, p50, p95, perSecond }) => [
        name,
        `${p50.toFixed(1)} ms ×${((first?.p50 ?? p50) / p50).toFixed(2)}`,
        `${p95.toFixed(1)} ms`,
        `${perSecond.toFixed(0)} ×${(perSecond / (first?.perSecond ?? perSecond)).toFixed(2)}`,
      ]),
    ]),
  );
});
