// Measures the explorer of the production build: the JavaScript that it loads before the map, and the time from a
// click on a filter, or a step of the time slider, to the next paint. `scripts/bench.mjs` starts the server.
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type CDPSession, chromium, type Locator, type Page } from "@playwright/test";
import { getCurrentBuild } from "../../scripts/lib/builds.mjs";
import { formatColumns, median, percentile95 } from "./measure";

const MAX_KB = 200;
/** For the median. */
const MAX_MS = { filter: 50, day: 100 };
const CLICKS = 30;
const STEPS = 20;
/** If the page gets a smaller share of a core, the machine is busy and its times are not reliable. */
const MIN_CORE_SHARE = 0.85;
/** After this time, markers have stopped moving and the page is idle. */
const IDLE_MS = 350;
const baseUrl = process.env.BENCH_BASE_URL ?? "";

interface Script {
  readonly path: string;
  readonly text: string;
  /** Bytes. */
  readonly gzip: number;
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(baseUrl + path);
  if (!response.ok) throw new Error(`GET ${path} returned ${response.status}.`);
  return await response.text();
}

async function fetchScript(path: string): Promise<Script> {
  const text = await fetchText(path);
  return { path, text, gzip: gzipSync(text, { level: 9 }).length };
}

/** The scripts that a page names: in tags, in preloads and in its hydration data. */
async function fetchPageScripts(path: string): Promise<Script[]> {
  const html = await fetchText(path);
  const paths = new Set(
    [...html.matchAll(/static\/chunks\/[\w./~-]+\.js/g)].map(([chunk]) => `/_next/${chunk}`),
  );
  for (const legacy of listLegacyScripts(html)) paths.delete(legacy);
  return await Promise.all([...paths].map(fetchScript));
}

/** Scripts that only browsers without module support load. */
function listLegacyScripts(html: string): string[] {
  const tags = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  return tags
    .filter((tag) => /\snomodule/i.test(tag))
    .flatMap((tag) => /src="([^"?]+)/.exec(tag)?.[1] ?? []);
}

/** The scripts of Next and React, which even an empty page loads. */
async function fetchFrameworkScripts(): Promise<Script[]> {
  const manifest: { rootMainFiles: string[] } = JSON.parse(
    readFileSync(path.join(getCurrentBuild(), ".next/build-manifest.json"), "utf8"),
  );
  return await Promise.all(manifest.rootMainFiles.map((file) => fetchScript(`/_next/${file}`)));
}

const isMap = ({ text }: Script) => text.includes("maplibregl-canvas");
const sumKb = (scripts: readonly Script[]) =>
  scripts.reduce((sum, { gzip }) => sum + gzip, 0) / 1024;

interface Repaint {
  /** Milliseconds from the press to the next paint, as the browser reports it, rounded to 8 ms. */
  readonly paintMs: number;
  /** Milliseconds of main thread work until the page is idle, without time lost to other programs. */
  readonly workMs: number;
}

/** Runs in the page: records the duration of presses, and adds a button that repaints only itself. */
function preparePage() {
  const presses: { readonly at: number; readonly duration: number }[] = [];
  const record = (entries: PerformanceObserverEntryList) => {
    for (const { name, startTime: at, duration } of entries.getEntries()) {
      if (name === "click" || name === "keydown") presses.push({ at, duration });
    }
  };
  // 16 ms is the smallest threshold; a faster press has no entry.
  new PerformanceObserver(record).observe({ type: "event", durationThreshold: 16 } as object);
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
  // The browser may report an earlier press late, so presses are selected by their time.
  const pressedSince = (since: number) =>
    presses.filter(({ at }) => at >= since).map(({ duration }) => duration);
  Object.assign(globalThis, { pressedSince, zones });
}

/** Milliseconds of work of the page's main thread so far. */
async function readWorkMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}

/** The share of a core, 0 to 1, that a page gets while it is busy. */
async function measureCoreShare(page: Page, session: CDPSession): Promise<number> {
  const before = await readWorkMs(session);
  const elapsedMs = await page.evaluate<number>(
    "(() => { const began = performance.now(); while (performance.now() < began + 50); return performance.now() - began; })()",
  );
  return ((await readWorkMs(session)) - before) / elapsedMs;
}

/** Presses something and measures the repaint. */
async function measurePress(
  page: Page,
  session: CDPSession,
  press: () => Promise<void>,
): Promise<Repaint> {
  await page.waitForTimeout(IDLE_MS);
  const since = await page.evaluate<number>("performance.now()");
  const before = await readWorkMs(session);
  await press();
  await page.waitForTimeout(IDLE_MS);
  const [paintMs = 16] = await page.evaluate<number[]>(`pressedSince(${since})`);
  return { paintMs, workMs: (await readWorkMs(session)) - before };
}

async function measureClick(page: Page, session: CDPSession, target: Locator): Promise<Repaint> {
  await target.scrollIntoViewIfNeeded();
  await target.hover();
  return await measurePress(page, session, async () => {
    await page.mouse.down();
    await page.mouse.up();
  });
}

/** Steps of the time slider, each back to a day with a change. */
async function measureDays(page: Page, session: CDPSession): Promise<Repaint[]> {
  await page.getByRole("slider", { name: "Date shown" }).focus();
  await page.keyboard.press("ArrowLeft");
  // The history has loaded by then.
  await page.waitForTimeout(2_000);
  const days: Repaint[] = [];
  for (let i = 0; i < STEPS; i++) {
    const key = i % 4 === 3 ? "PageDown" : "ArrowLeft";
    days.push(await measurePress(page, session, () => page.keyboard.press(key)));
  }
  return days;
}

interface Presses {
  readonly empty: readonly Repaint[];
  readonly filter: readonly Repaint[];
  readonly day: readonly Repaint[];
  /** Shares of a core, 0 to 1. */
  readonly coreShares: readonly number[];
}

async function measurePresses(): Promise<Presses> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ["--disable-background-networking", "--no-first-run", "--enable-unsafe-swiftshader"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(baseUrl, { waitUntil: "load" });
    await page.locator("label.facet-row").first().waitFor();
    // The map has been drawn by then, as for a reader.
    await page.waitForTimeout(5_000);
    // tsx wraps functions in a helper that the page does not have.
    await page.evaluate("globalThis.__name ??= (named) => named");
    await page.evaluate(preparePage);
    const zones = () => page.evaluate<string>("zones()");
    const labels = await page.locator("label.facet-row").all();
    const empty: Repaint[] = [];
    const filter: Repaint[] = [];
    const coreShares: number[] = [];
    for (let i = 0; i < CLICKS; i++) {
      // Each filter twice: on, and off again.
      const label = labels[(i >> 1) % labels.length];
      if (!label) throw new Error("The explorer shows no filter.");
      const before = await zones();
      const repaint = await measureClick(page, session, label);
      if ((await zones()) !== before) filter.push(repaint);
      empty.push(await measureClick(page, session, page.locator("#repaint")));
      coreShares.push(await measureCoreShare(page, session));
    }
    return { empty, filter, day: await measureDays(page, session), coreShares };
  } finally {
    await browser.close();
  }
}

const [pageScripts, frameworkScripts] = await Promise.all([
  fetchPageScripts("/"),
  fetchFrameworkScripts(),
]);
const explorerKb = sumKb(pageScripts.filter((script) => !isMap(script)));
const frameworkKb = sumKb(frameworkScripts);
console.log("\nJavaScript of the explorer without the map, gzipped");
console.log(
  formatColumns([
    ["an empty page (Next and React)", `${frameworkKb.toFixed(1)} KB`, "×1.00"],
    ["the explorer", `${explorerKb.toFixed(1)} KB`, `×${(explorerKb / frameworkKb).toFixed(2)}`],
    ["limit", `${MAX_KB} KB`, explorerKb <= MAX_KB ? "met" : "EXCEEDED"],
  ]),
);

const { empty, filter, day, coreShares } = await measurePresses();
const listPaintMs = (repaints: readonly Repaint[]) => repaints.map(({ paintMs }) => paintMs);
const listWorkMs = (repaints: readonly Repaint[]) => repaints.map(({ workMs }) => workMs);
const emptyPaintMs = median(listPaintMs(empty));
const emptyWorkMs = median(listWorkMs(empty));
const formatRow = (label: string, paintMs: number, workMs: number) => [
  label,
  `${paintMs.toFixed(0)} ms ×${(paintMs / emptyPaintMs).toFixed(1)}`,
  `${workMs.toFixed(1)} ms ×${(workMs / emptyWorkMs).toFixed(1)}`,
];
const isSlow = (repaints: readonly Repaint[], maxMs: number) =>
  !(median(listPaintMs(repaints)) <= maxMs);
const anySlow = isSlow(filter, MAX_MS.filter) || isSlow(day, MAX_MS.day);
const formatRows = (label: string, repaints: readonly Repaint[], maxMs: number) => [
  formatRow(`${label}, median`, median(listPaintMs(repaints)), median(listWorkMs(repaints))),
  formatRow(
    `${label}, 95th percentile`,
    percentile95(listPaintMs(repaints)),
    percentile95(listWorkMs(repaints)),
  ),
  ["limit for the median", `${maxMs} ms`, isSlow(repaints, maxMs) ? "EXCEEDED" : "met"],
];
const coreShare = median(coreShares);
const isBusy = coreShare < MIN_CORE_SHARE;
console.log(
  `\nFrom a press to the next paint: ${filter.length} clicks on filters, ${day.length} steps of the time slider`,
);
console.log(
  formatColumns([
    ["", "time to paint", "main thread work"],
    formatRow("an empty repaint, median", emptyPaintMs, emptyWorkMs),
    ...formatRows("a filter", filter, MAX_MS.filter),
    ...formatRows("a day", day, MAX_MS.day),
  ]),
);
if (isBusy) {
  const percent = Math.round(100 * coreShare);
  console.log(
    `  The machine was busy: the page got only ${percent}% of a core, so the times are not reliable. Measure again when the machine is idle.`,
  );
}
if (explorerKb > MAX_KB || (anySlow && !isBusy)) process.exitCode = 1;
