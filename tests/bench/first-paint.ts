// Measures how long a reader on a slow mobile connection, with a processor slowed four times, waits for the first text of
// each page of the production build, with nothing kept from an earlier visit.
import { type Browser, chromium } from "@playwright/test";
import { PAGE_KINDS } from "../e2e/support/pages";
import { formatColumns, median } from "./measure";
import { BASE } from "./site";

/** Slow 4G as Lighthouse has it: 1.6 Mbit/s and 150 ms for a round trip. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const MAX_MS = 1_500;
const CPU_SLOWED = 4;
const VISITS = 3;

interface Visit {
  /** Milliseconds to the first text or picture. */
  readonly firstMs: number;
  /** Milliseconds to the largest text or picture of the first screen. */
  readonly largestMs: number;
}

async function visit(browser: Browser, path: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW_4G);
    await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWED });
    await page.addInitScript(
      `new PerformanceObserver((list) => { globalThis.largest = list.getEntries().at(-1).startTime; })
        .observe({ type: "largest-contentful-paint", buffered: true });`,
    );
    await page.goto(BASE + path, { waitUntil: "load" });
    return await page.evaluate<Visit>(
      `({ firstMs: performance.getEntriesByName("first-contentful-paint")[0].startTime, largestMs: globalThis.largest })`,
    );
  } finally {
    await context.close();
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ["--disable-background-networking", "--no-first-run", "--enable-unsafe-swiftshader"],
});
const rows: string[][] = [];
let slow = 0;
try {
  for (const path of PAGE_KINDS) {
    const visits: Visit[] = [];
    for (let i = 0; i < VISITS; i++) visits.push(await visit(browser, path));
    const firstMs = median(visits.map((one) => one.firstMs));
    const largestMs = median(visits.map((one) => one.largestMs));
    if (firstMs > MAX_MS) slow += 1;
    rows.push([
      path,
      `${firstMs.toFixed(0)} ms`,
      `${largestMs.toFixed(0)} ms`,
      firstMs > MAX_MS ? "EXCEEDED" : "met",
    ]);
  }
} finally {
  await browser.close();
}
console.log(
  `\nOn slow 4G with the processor slowed ${CPU_SLOWED} times, first visit, limit ${MAX_MS} ms for the first text`,
);
console.log(formatColumns([["", "first text", "largest part", ""], ...rows]));
if (slow > 0) process.exitCode = 1;
