// What the explorer ships before the map's own chunk, and how soon it repaints after a click on a filter and after
// a step of the slider of time, in the production build. `scripts/bench.mjs` starts the server and says where.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type CDPSession, chromium, type Locator, type Page } from "@playwright/test";
import { asColumns, median, percentile95 } from "./measure";

const MOST_KB = 260;
const MOST_MS = { filter: 50, day: 100 };
const CLICKS = 30;
const STEPS = 20;
/** A machine that gives the page less of a core than this is busy, and its times tell little. */
const LEAST_SHARE = 0.85;
/** By then markers have settled and the page is at rest. */
const REST_MS = 350;
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
  /** Milliseconds from the press to the next paint, as the browser itself times interactions, to 8 ms. */
  readonly painted: number;
  /** Milliseconds that the page's main thread works for it until it rests, whatever else the machine does. */
  readonly work: number;
}

/** Runs in the page: notes when presses are painted, and adds a button that repaints itself alone. */
function prepare() {
  const presses: { readonly at: number; readonly duration: number }[] = [];
  const note = (entries: PerformanceObserverEntryList) => {
    for (const { name, startTime: at, duration } of entries.getEntries()) {
      if (name === "click" || name === "keydown") presses.push({ at, duration });
    }
  };
  // 16 is the least that the browser takes; what is quicker leaves no entry.
  new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16 } as object);
  const button = document.createElement("button");
  button.id = "repaint";
  button.style.cssText = "position: fixed; inset: auto auto 0 0; z-index: 99";
  button.textContent = "Repaint";
  button.style.background = "white";
  button.onclick = () => {
    button.style.background = button.style.background === "white" ? "red" : "white";
  };
  document.body.append(button);
  const zones = () =>
    [...document.querySelectorAll<HTMLElement>("tr[data-slug]")]
      .map((row) => row.dataset.slug)
      .join();
  // An earlier press may be told late, so each is asked for by when it came.
  const pressedSince = (since: number) =>
    presses.filter(({ at }) => at >= since).map(({ duration }) => duration);
  Object.assign(globalThis, { pressedSince, zones });
}

/** Milliseconds that the page's main thread has worked so far. */
async function workOfPage(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}

/** The share of a core (0–1) that the machine gives to a page that wants all of it. */
async function shareOfCore(page: Page, session: CDPSession): Promise<number> {
  const before = await workOfPage(session);
  const wall = await page.evaluate<number>(
    "(() => { const began = performance.now(); while (performance.now() < began + 50); return performance.now() - began; })()",
  );
  return ((await workOfPage(session)) - before) / wall;
}

/** Presses something and follows it to the screen. */
async function follow(
  page: Page,
  session: CDPSession,
  press: () => Promise<void>,
): Promise<Repaint> {
  await page.waitForTimeout(REST_MS);
  const since = await page.evaluate<number>("performance.now()");
  const before = await workOfPage(session);
  await press();
  await page.waitForTimeout(REST_MS);
  const [painted = 16] = await page.evaluate<number[]>(`pressedSince(${since})`);
  return { painted, work: (await workOfPage(session)) - before };
}

async function followClick(page: Page, session: CDPSession, target: Locator): Promise<Repaint> {
  await target.scrollIntoViewIfNeeded();
  await target.hover();
  return await follow(page, session, async () => {
    await page.mouse.down();
    await page.mouse.up();
  });
}

/** Steps of the slider, each to a day on which something had changed, back through the years. */
async function followDays(page: Page, session: CDPSession): Promise<Repaint[]> {
  await page.getByRole("slider", { name: "Day looked at" }).focus();
  await page.keyboard.press("ArrowLeft");
  // The history is loaded by then.
  await page.waitForTimeout(2_000);
  const days: Repaint[] = [];
  for (let i = 0; i < STEPS; i++) {
    const key = i % 4 === 3 ? "PageDown" : "ArrowLeft";
    days.push(await follow(page, session, () => page.keyboard.press(key)));
  }
  return days;
}

interface Presses {
  readonly empty: readonly Repaint[];
  readonly filter: readonly Repaint[];
  readonly day: readonly Repaint[];
  readonly shares: readonly number[];
}

async function benchPresses(): Promise<Presses> {
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
    const zones = () => page.evaluate<string>("zones()");
    const labels = await page.locator("label.facet-row").all();
    const empty: Repaint[] = [];
    const filter: Repaint[] = [];
    const shares: number[] = [];
    for (let i = 0; i < CLICKS; i++) {
      // Each line twice: on, and off again.
      const label = labels[(i >> 1) % labels.length];
      if (!label) throw new Error("The explorer shows no filter");
      const before = await zones();
      const repaint = await followClick(page, session, label);
      if ((await zones()) !== before) filter.push(repaint);
      empty.push(await followClick(page, session, page.locator("#repaint")));
      shares.push(await shareOfCore(page, session));
    }
    return { empty, filter, day: await followDays(page, session), shares };
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

const { empty: emptyRepaints, filter, day, shares } = await benchPresses();
const paintedOf = (repaints: readonly Repaint[]) => repaints.map(({ painted }) => painted);
const workOf = (repaints: readonly Repaint[]) => repaints.map(({ work }) => work);
const emptyPainted = median(paintedOf(emptyRepaints));
const emptyWork = median(workOf(emptyRepaints));
const line = (label: string, painted: number, work: number) => [
  label,
  `${painted.toFixed(0)} ms ×${(painted / emptyPainted).toFixed(1)}`,
  `${work.toFixed(1)} ms ×${(work / emptyWork).toFixed(1)}`,
];
const isSlow = (repaints: readonly Repaint[], most: number) =>
  !(median(paintedOf(repaints)) <= most);
const slow = isSlow(filter, MOST_MS.filter) || isSlow(day, MOST_MS.day);
const verdict = (repaints: readonly Repaint[], most: number) =>
  isSlow(repaints, most) ? "EXCEEDED" : "kept";
const lines = (label: string, repaints: readonly Repaint[], most: number) => [
  line(`${label}, median`, median(paintedOf(repaints)), median(workOf(repaints))),
  line(`${label}, 95 in 100`, percentile95(paintedOf(repaints)), percentile95(workOf(repaints))),
  [`at most (median)`, `${most} ms`, verdict(repaints, most)],
];
const share = median(shares);
const busy = share < LEAST_SHARE;
console.log(
  `\nFrom a press to the next paint: ${filter.length} clicks on filters, ${day.length} steps through the days`,
);
console.log(
  asColumns([
    ["", "painted after", "work of the page in all"],
    line("an empty repaint, median", emptyPainted, emptyWork),
    ...lines("a filter", filter, MOST_MS.filter),
    ...lines("a day", day, MOST_MS.day),
  ]),
);
if (busy) {
  const percent = Math.round(100 * share);
  console.log(
    `  The machine was busy: a page that wanted a core got ${percent} % of it. Measure at rest.`,
  );
}
if (shipped > MOST_KB || (slow && !busy)) process.exitCode = 1;
