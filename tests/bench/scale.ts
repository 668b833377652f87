// Measures what a registry costs by its number of zones, and compares it with the goals for 10,000.
import { formatColumns } from "./measure";
import { BASE, get, measureCost, openDesk, readMetrics } from "./site";

const LISTS = 40;
const WRITES = 20;

const started = await readMetrics();
const { meta } = JSON.parse(await get(`${BASE}/api/v1/zones?scope=all&limit=1`));
// A parameter of each answer differs, so that none is kept.
const list = await measureCost(LISTS, (i) => get(`${BASE}/api/v1/zones?limit=100&offset=${i}`));
const query = await measureCost(LISTS, (i) =>
  get(`${BASE}/api/v1/zones?limit=100&status=serviced,unknown&readinessMin=${i / 4}`),
);
const listed = await readMetrics();
const record = await openDesk();
const write = await measureCost(WRITES, (i) => record(BASE, i));
// With the write itself.
const after = await measureCost(WRITES, async (i) => {
  await record(BASE, WRITES * 10 + i);
  await get(`${BASE}/api/v1/zones?limit=100`);
});
const end = await readMetrics();

interface Figure {
  readonly name: string;
  readonly unit: "s" | "ms" | "ms CPU" | "MB";
  readonly value: number;
  /** At most; null: it has no goal. */
  readonly goal: number | null;
}

const figures: readonly Figure[] = [
  { name: "start", unit: "s", value: Number(process.env.BENCH_START_MS) / 1000, goal: 15 },
  { name: "of it the processor", unit: "s", value: started.cpuMs / 1000, goal: null },
  { name: "default list, 100 rows", unit: "ms CPU", value: list.cpuMs, goal: 20 },
  { name: "list with a new query, 100 rows", unit: "ms CPU", value: query.cpuMs, goal: 20 },
  { name: "a write", unit: "ms", value: write.ms, goal: 100 },
  { name: "of it the processor", unit: "ms CPU", value: write.cpuMs, goal: null },
  {
    name: "the first list after a write",
    unit: "ms CPU",
    value: after.cpuMs - write.cpuMs,
    goal: null,
  },
  { name: "memory after the start", unit: "MB", value: started.megabytes, goal: 800 },
  { name: "memory after the lists", unit: "MB", value: listed.megabytes, goal: 800 },
  { name: "memory after the writes", unit: "MB", value: end.megabytes, goal: null },
];

/** NaN, too: what could not be measured. */
const isMissed = ({ value, goal }: Figure) => goal !== null && !(value <= goal);
const format = (number: number) => number.toFixed(number < 100 ? 1 : 0);

console.log(`\nA registry of ${meta.total} zones; CPU: time of the server's processor`);
console.log(
  formatColumns([
    ["", "value", "goal", ""],
    ...figures.map((figure) => [
      figure.name,
      `${format(figure.value)} ${figure.unit}`,
      figure.goal === null ? "" : `≤ ${figure.goal} ${figure.unit}`,
      isMissed(figure) ? "MISSED" : "",
    ]),
  ]),
);
if (figures.some(isMissed)) process.exitCode = 1;
