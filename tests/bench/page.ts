// What the explorer ships before the map's own chunk, and how soon it repaints after a click on a filter, in the
// production build. `scripts/bench.mjs` starts the server and says where.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { asColumns, median, percentile95 } from "./measure";

const MOST_KB = 260;
const MOST_MS = 50;
const CLICKS = 30;
/** An empty repaint takes a frame or two on a machine at rest. */
const BUSY_MS = 40;
const base = process.env.BENCH_BASE_URL ?? "";

interface Script {
  readonly path: string;
  readonly text: string;
  readonly gzip: number;
}

async function scriptAt(path: string): Promise<Script> {
  const answer = await fetch(base + path);
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
  const text = await answer.text();
  return { path, text, gzip: gzipSync(text, { level: 9 }).length };
}

/** The scripts that a page names: in tags, in preloads and in the data from which it comes to life. */
async function scriptsOf(path: string): Promise<Script[]> {
  const answer = await fetch(base + path);
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
  const html = await answer.text();
  const paths = new Set(
    [...html.matchAll(/static\/chunks\/[\w./~-]+\.js/g)].map(([chunk]) => `/_next/${chunk}`),
  );
  for (const old of scriptsForOldBrowsers(html)) paths.delete(old);
  return await Promise.all([...paths].map(scriptAt));
}

function scriptsForOldBrowsers(html: string): string[] {
  const tags = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  return tags
    .filter((tag) => /\snomodule/i.test(tag))
    .flatMap((tag) => /src="([^"?]+)/.exec(tag)?.[1] ?? []);
}

/** What Next and React need on any page, an empty one included. */
async function frameScripts(): Promise<Script[]> {
  const manifest: { rootMainFiles: string[] } = JSON.parse(
    readFileSync(".next/build-manifest.json", "utf8"),
  );
  return await Promise.all(manifest.rootMainFiles.map((file) => scriptAt(`/_next/${file}`)));
}

const isMap = ({ text }: Script) => text.includes("maplibregl-canvas");
const sizeOf = (scripts: readonly Script[]) =>
  scripts.reduce((sum, { gzip }) => sum + gzip, 0) / 1024;

interface Repaint {
  /** Milliseconds from the click until the frame with its outcome is on the screen. */
  readonly wall: number;
  /** Milliseconds of work of the page's main thread in that time, whatever else the machine does. */
  readonly work: number;
}

/** Runs in the page: what a click needs to be followed to the screen. */
function prepare() {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  /** Messages sent in a frame's callbacks come after that frame. */
  const painted = async () => {
    await nextFrame();
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  };
  const zones = () =>
    [...document.querySelectorAll<HTMLElement>("tr[data-slug]")]
      .map((row) => row.dataset.slug)
      .join();
  const lines = [...document.querySelectorAll<HTMLElement>("label.facet-row:not([data-zero])")];
  Object.assign(globalThis, {
    filterLines: lines.length,
    /** Clicks a line of the filters; null where the zones stay as they were. */
    clickLine: async (line: number) => {
      const before = zones();
      performance.mark("click");
      lines[line]?.click();
      const givenUp = performance.now() + 2_000;
      while (zones() === before && performance.now() < givenUp) await nextFrame();
      const changed = zones() !== before;
      await painted();
      return changed ? performance.measure("repaint", "click").duration : null;
    },
    /** Repaints all of the page for no reason. */
    repaint: async () => {
      performance.mark("click");
      document.body.style.opacity = document.body.style.opacity === "" ? "0.999" : "";
      await painted();
      return performance.measure("repaint", "click").duration;
    },
  });
}

async function follow(page: Page, session: CDPSession, act: string): Promise<Repaint | null> {
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  const before = await worked();
  const wall: number | null = await page.evaluate(act);
  const work = (await worked()) - before;
  // What follows the paint, such as markers that settle, is not of the next click.
  await page.waitForTimeout(400);
  return wall === null ? null : { wall, work };
}

async function benchClicks(): Promise<{ empty: Repaint[]; filter: Repaint[] }> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-background-networking", "--no-first-run", "--enable-unsafe-swiftshader"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(base, { waitUntil: "load" });
    await page.locator("label.facet-row").first().waitFor();
    // The map is drawn by then, as it is for a reader.
    await page.waitForTimeout(5_000);
    // The runner of TypeScript marks functions by a helper that the page does not have.
    await page.evaluate("globalThis.__name ??= (named) => named");
    await page.evaluate(prepare);
    const lines: number = await page.evaluate("filterLines");
    const empty: (Repaint | null)[] = [];
    const filter: (Repaint | null)[] = [];
    for (let i = 0; i < CLICKS; i++) {
      // Each line twice: on, and off again.
      filter.push(await follow(page, session, `clickLine(${(i >> 1) % lines})`));
      empty.push(await follow(page, session, "repaint()"));
    }
    const found = (all: (Repaint | null)[]) => all.filter((one) => one !== null);
    return { empty: found(empty), filter: found(filter) };
  } finally {
    await browser.close();
  }
}

const [all, frame] = await Promise.all([scriptsOf("/"), frameScripts()]);
const shipped = sizeOf(all.filter((script) => !isMap(script)));
const empty = sizeOf(frame);
console.log("\nJavaScript of the explorer before the map's own chunk, gzip");
console.log(
  asColumns([
    ["an empty page (Next and React)", `${empty.toFixed(1)} KB`, "×1.00"],
    ["the explorer", `${shipped.toFixed(1)} KB`, `×${(shipped / empty).toFixed(2)}`],
    ["at most", `${MOST_KB} KB`, shipped <= MOST_KB ? "kept" : "EXCEEDED"],
  ]),
);

const { empty: emptyRepaints, filter } = await benchClicks();
const wallOf = (repaints: readonly Repaint[]) => median(repaints.map(({ wall }) => wall));
const workOf = (repaints: readonly Repaint[]) => median(repaints.map(({ work }) => work));
const line = (label: string, wall: number, work: number) => [
  label,
  `${wall.toFixed(1)} ms ×${(wall / wallOf(emptyRepaints)).toFixed(1)}`,
  `${work.toFixed(1)} ms ×${(work / workOf(emptyRepaints)).toFixed(1)}`,
];
const busy = wallOf(emptyRepaints) > BUSY_MS;
const slow = wallOf(filter) > MOST_MS;
console.log(`\nFrom a click on a filter to the repaint of the zones, ${filter.length} clicks`);
console.log(
  asColumns([
    ["", "until painted", "of that, work of the page"],
    line("an empty repaint, median", wallOf(emptyRepaints), workOf(emptyRepaints)),
    line("a filter, median", wallOf(filter), workOf(filter)),
    line(
      "a filter, 95 in 100",
      percentile95(filter.map(({ wall }) => wall)),
      percentile95(filter.map(({ work }) => work)),
    ),
    ["at most (median)", `${MOST_MS} ms`, slow ? "EXCEEDED" : "kept"],
  ]),
);
if (busy)
  console.log("  The machine is busy: even an empty repaint is late. Measure again when it rests.");
if (shipped > MOST_KB || (slow && !busy) || filter.length === 0) process.exitCode = 1;
