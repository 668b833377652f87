// Measures the same work here and on a bare server on the same database, in one run, and adds it to a file; with the argument
// `print`, prints the table of all that is in the file, by the size of the registry. BENCH_TABLE is the file, BENCH_BASE_URL the
// server, BENCH_DATABASE_URL its database, BENCH_ADMIN_EMAIL and BENCH_ADMIN_PASSWORD its first admin.
import fs from "node:fs";
import { withBareServer } from "./bare-server";
import { formatColumns } from "./measure";
import { withNginx } from "./nginx";
import { withPostGraphile } from "./postgraphile";
import { EMPTY_ROUTE, LIST, measureRate } from "./rates";
import { createWriter, WRITERS } from "./record";

const BASE = process.env.BENCH_BASE_URL ?? "";
const FILE = process.env.BENCH_TABLE ?? "";
const MANY = 16;
const CONNECTIONS = [1, MANY];
const SLUG = "rashakai-sez";

/** The same work here and on the bare server. */
const WORKS = [
  { name: "list", ours: LIST, bare: "/list" },
  // Ours always has the evidence of each value: the bare server gives the row alone, and then what is recorded, too.
  { name: "one zone", ours: `/api/v1/zones/${SLUG}`, bare: `/zone?slug=${SLUG}` },
  { name: "with evidence", ours: `/api/v1/zones/${SLUG}`, bare: `/evidence?slug=${SLUG}` },
  { name: "points", ours: "/api/v1/zones.geojson?fields=name,status", bare: "/points" },
  { name: "CSV", ours: "/api/v1/zones.csv", bare: "/csv" },
];

/** What one work took on a registry of one size. */
interface Measured {
  readonly work: string;
  readonly zones: number;
  readonly figure: string;
  /** How many times as fast as what it is compared with; null: that is not here. */
  readonly ratio: number | null;
}

const measured: Measured[] = [];
let zones = 0;

const add = (work: string, figure: string, ratio: number | null) =>
  measured.push({ work, zones, figure, ratio });

/** @returns what the bare server gives of the list to 16 connections, a second */
async function measureReads(bare: string): Promise<number> {
  let list = Number.NaN;
  // First: what the rest asks for last keeps the bare server busy for a while.
  const empty = await measureRate(`${bare}/empty`, { connections: MANY });
  for (const { name, ours, bare: path } of WORKS) {
    for (const connections of CONNECTIONS) {
      // The first one makes the answer.
      await (await fetch(`${BASE}${ours}`)).arrayBuffer();
      const tracker = await measureRate(`${BASE}${ours}`, { connections });
      const other = await measureRate(`${bare}${path}`, { connections });
      if (path === "/list") list = other;
      const by = connections === 1 ? "1 connection" : `${connections} connections`;
      add(`${name}, ${by}`, formatRate(tracker), tracker / other);
    }
  }
  add("an empty answer of Node", formatRate(empty), empty / list);
  return list;
}

/** Answers a second; of long ones with what is behind the point. */
const formatRate = (rate: number) => `${rate.toFixed(rate < 10 ? 2 : 0)}/s`;

async function measureWrites(bare: string): Promise<void> {
  const writer = await createWriter(BASE);
  const tracker = await writer.measure(BASE);
  const other = await writer.measure(bare);
  add("claim, 1 writer, median", `${tracker.p50.toFixed(1)} ms`, other.p50 / tracker.p50);
  add(
    `claims, ${WRITERS} writers`,
    `${tracker.perSecond.toFixed(0)}/s`,
    tracker.perSecond / other.perSecond,
  );
}

/** Other servers that do less, in lists of the bare server. */
async function measureOthers(list: number): Promise<void> {
  const connections = MANY;
  for (const path of ["/", EMPTY_ROUTE]) await (await fetch(`${BASE}${path}`)).arrayBuffer();
  for (const encoding of ["gzip", "identity"]) {
    const headers = { "accept-encoding": encoding };
    const page = await measureRate(`${BASE}/`, { connections, headers });
    add(`page /, ${encoding}`, formatRate(page), page / list);
  }
  const empty = await measureRate(`${BASE}${EMPTY_ROUTE}`, { connections });
  add("an empty route of Next", formatRate(empty), empty / list);
  const content = await (await fetch(`${BASE}${LIST}`)).text();
  const nginx = await withNginx({ content, base: BASE }, async ({ file, before }) => ({
    "nginx, the list as a file": await measureRate(file, { connections }),
    "nginx before the tracker, the list": await measureRate(`${before}${LIST}`, { connections }),
  }));
  for (const [name, rate] of Object.entries(nginx ?? {})) {
    add(name, formatRate(rate), rate / list);
  }
  const graph = await withPostGraphile(({ url, body }) => measureRate(url, { connections, body }));
  add("PostGraphile, the list", graph ? formatRate(graph) : "–", graph && graph / list);
}

async function measureAll(): Promise<void> {
  const { meta } = (await (await fetch(`${BASE}/api/v1/zones?scope=all&limit=1`)).json()) as {
    readonly meta: { readonly total: number };
  };
  zones = meta.total;
  let list = Number.NaN;
  await withBareServer("tests/bench/bare-reads.mjs", async (bare) => {
    list = await measureReads(bare);
  });
  await withBareServer("tests/bench/bare-writes.mjs", measureWrites);
  await measureOthers(list);
}

function printTable(all: readonly Measured[]): void {
  const sizes = [...new Set(all.map((one) => one.zones))];
  const works = [...new Set(all.map(({ work }) => work))];
  const rows = works.map((work) => [
    work,
    ...sizes.map((size) => {
      const one = all.find((each) => each.work === work && each.zones === size);
      const ratio = one?.ratio == null ? "" : ` ×${one.ratio.toFixed(2)}`;
      return `${one?.figure ?? "–"}${ratio}`;
    }),
  ]);
  console.log("\nWork by the number of zones; × is how many times as fast as the bare server");
  console.log(formatColumns([["", ...sizes.map((size) => `${size} zones`)], ...rows]));
  console.log(
    "\nPages, empty answers, nginx and PostGraphile are by 16 connections, and compared with the list of the bare server.",
  );
}

const known: readonly Measured[] = fs.existsSync(FILE)
  ? JSON.parse(fs.readFileSync(FILE, "utf8"))
  : [];
if (process.argv[2] === "print") printTable(known);
else {
  await measureAll();
  fs.writeFileSync(FILE, JSON.stringify([...known, ...measured]));
}
