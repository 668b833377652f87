// Measures the explorer in a real browser: from a click on a filter, or a step of the time slider, to the next paint, and
// the work until it is idle beside that of an empty repaint: with the table alone, then with the map.
import { type CDPSession, chromium, type Locator, type Page } from "@playwright/test";
import { formatColumns, median, percentile95 } from "./measure";
import { BASE } from "./site";

const CLICKS = 30;
const STEPS = 20;
/** For the medians, in milliseconds. */
const MAX_MS = { filter: 50, day: 100 };
/** For the median work of a filter, in that of an empty repaint. */
const MAX_RATIO = { table: 6, map: 10, manyZones: 20 };
/** More zones than any real register has. */
const MANY_ZONES = 1000;
/** After this time, markers have stopped moving and the page is idle. */
const IDLE_MS = 350;

/** What one press costs. */
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
  // The code that loads days is there by then.
  await page.waitForTimeout(2_000);
  const days: Repaint[] = [];
  for (let i = 0; i < STEPS; i++) {
    const key = i % 4 === 3 ? "PageDown" : "ArrowLeft";
    days.push(await measurePress(page, session, () => page.keyboard.press(key)));
  }
  return days;
}

/** What the presses on one page cost. */
interface Presses {
  readonly empty: readonly Repaint[];
  readonly filter: readonly Repaint[];
  /** Shares of a core, 0 to 1. */
  readonly coreShares: readonly number[];
}

/** Measures the presses on an explorer that is open. */
async function measurePresses(page: Page, session: CDPSession): Promise<Presses> {
  const zones = () => page.evaluate<string>("zones()");
  const labels = await page.locator("aside label.facet-row").all();
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
  return { empty, filter, coreShares };
}

/** If the page gets a smaller share of a core, the machine is busy and its times are not reliable. */
const MIN_CORE_SHARE = 0.85;

/** A limit for a median. */
interface Limited {
  readonly label: string;
  readonly repaints: readonly Repaint[];
  readonly maxMs: number;
  /** In the work of an empty repaint. */
  readonly maxRatio?: number;
}

/**
 * Prints the times of presses with their limits, and whether the machine was busy.
 * @returns whether a limit was exceeded on a machine that was not busy
 */
function reportPresses({ empty, coreShares }: Presses, limited: readonly Limited[]): boolean {
  const paintMs = (repaints: readonly Repaint[]) => repaints.map((one) => one.paintMs);
  const workMs = (repaints: readonly Repaint[]) => repaints.map((one) => one.workMs);
  const emptyPaintMs = median(paintMs(empty));
  const emptyWorkMs = median(workMs(empty));
  const formatRow = (label: string, paint: number, work: number) => [
    label,
    `${paint.toFixed(0)} ms ×${(paint / emptyPaintMs).toFixed(1)}`,
    `${work.toFixed(1)} ms ×${(work / emptyWorkMs).toFixed(1)}`,
  ];
  const isSlow = ({ repaints, maxMs, maxRatio = Number.POSITIVE_INFINITY }: Limited) =>
    !(median(paintMs(repaints)) <= maxMs && median(workMs(repaints)) <= maxRatio * emptyWorkMs);
  const rows = limited.flatMap((one) => [
    formatRow(`${one.label}, median`, median(paintMs(one.repaints)), median(workMs(one.repaints))),
    formatRow(
      `${one.label}, 95th percentile`,
      percentile95(paintMs(one.repaints)),
      percentile95(workMs(one.repaints)),
    ),
    [
      "limit for the median",
      `${one.maxMs} ms`,
      `${one.maxRatio ? `×${one.maxRatio} ` : ""}${isSlow(one) ? "EXCEEDED" : "met"}`,
    ],
  ]);
  console.log(
    formatColumns([
      ["", "time to paint", "main thread work"],
      formatRow("an empty repaint, median", emptyPaintMs, emptyWorkMs),
      ...rows,
    ]),
  );
  const coreShare = median(coreShares);
  const isBusy = coreShare < MIN_CORE_SHARE;
  if (isBusy) {
    const percent = Math.round(100 * coreShare);
    console.log(
      `  The machine was busy: the page got only ${percent}% of a core, so the times are not reliable. Measure again when the machine is idle.`,
    );
  }
  return limited.some(isSlow) && !isBusy;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ["--disable-background-networking", "--no-first-run", "--enable-unsafe-swiftshader"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(`${BASE}/zones`, { waitUntil: "load" });
  await page.locator("aside label.facet-row").first().waitFor();
  // The map has been drawn by then, as for a reader.
  await page.waitForTimeout(5_000);
  // tsx wraps functions in a helper that the page does not have.
  await page.evaluate("globalThis.__name ??= (named) => named");
  await page.evaluate(preparePage);
  const list = await (await fetch(`${BASE}/api/v1/zones?limit=1`)).json();
  const many = list.meta.total > MANY_ZONES;
  const map = await measurePresses(page, session);
  const day = await measureDays(page, session);
  await page.addStyleTag({ content: ".map-panel { display: none }" });
  const table = await measurePresses(page, session);
  console.log(`\nFrom a press to the next paint, ${list.meta.total} zones`);
  const isSlow = [
    reportPresses(table, [
      {
        label: "a filter, the map hidden",
        repaints: table.filter,
        maxMs: MAX_MS.filter,
        maxRatio: many ? MAX_RATIO.manyZones : MAX_RATIO.table,
      },
    ]),
    reportPresses(map, [
      {
        label: "a filter, with the map",
        repaints: map.filter,
        maxMs: MAX_MS.filter,
        maxRatio: many ? MAX_RATIO.manyZones : MAX_RATIO.map,
      },
      { label: "a day", repaints: day, maxMs: MAX_MS.day },
    ]),
  ];
  if (isSlow.includes(true)) process.exitCode = 1;
} finally {
  await browser.close();
}
