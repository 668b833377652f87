// Measures the explorer of about 10,000 zones: what its first HTML weighs, how soon it answers and has every row, the longest
// task until then, and presses on filters. `scripts/bench.mjs` starts the server with synthetic zones.
import { gzipSync } from "node:zlib";
import { formatColumns } from "./measure";
import { measurePresses, openPage, reportPresses } from "./presses";

const MAX_MS = { filter: 100, task: 200, answers: 3_000 };
const baseUrl = process.env.BENCH_BASE_URL ?? "";
const formatMs = (ms: number) => `${ms.toFixed(0)} ms`;

const html = await (await fetch(baseUrl)).text();
const { page, close } = await openPage();
try {
  await page.addInitScript(`
    globalThis.tasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: "longtask", buffered: true });
  `);
  const began = performance.now();
  await page.goto(baseUrl, { waitUntil: "load" });
  // Until a row answers to the pointer, as it does once React has taken over.
  const row = page.locator("tr[data-slug] th").first();
  while ((await page.locator("tr[data-active]").count()) === 0) {
    await page.mouse.move(0, 0);
    await row.hover();
    await page.waitForTimeout(20);
  }
  const answersMs = performance.now() - began;
  await page.locator(".rows-loading").waitFor({ state: "detached" });
  const wholeMs = performance.now() - began;
  const longestMs = Math.max(0, ...(await page.evaluate<number[]>("tasks")));
  console.log("\nThe explorer of 10,000 zones");
  console.log(
    formatColumns([
      ["first HTML", `${(html.length / 1024).toFixed(0)} KB`, ""],
      ["the same, gzipped", `${(gzipSync(html).length / 1024).toFixed(0)} KB`, ""],
      ["until it answers", formatMs(answersMs), answersMs <= MAX_MS.answers ? "met" : "EXCEEDED"],
      ["until it has every row", formatMs(wholeMs), ""],
      [
        "longest task until then",
        formatMs(longestMs),
        longestMs <= MAX_MS.task ? "met" : "EXCEEDED",
      ],
    ]),
  );
  const presses = await measurePresses(page, false);
  console.log(`\nFrom a press to the next paint: ${presses.filter.length} clicks on filters`);
  const isSlow = reportPresses(presses, [
    { label: "a filter", repaints: presses.filter, maxMs: MAX_MS.filter },
  ]);
  if (isSlow) process.exitCode = 1;
} finally {
  await close();
}
