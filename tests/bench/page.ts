// Measures the explorer of the production build: the JavaScript that it loads before the map, and the time from a
// click on a filter, or a step of the time slider, to the next paint. `scripts/bench.mjs` starts the server.
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { getCurrentBuild } from "../../scripts/lib/install-and-build.mjs";
import { formatColumns } from "./measure";
import { measurePresses, openPage, reportPresses } from "./presses";

const MAX_KB = 200;
/** For the median. */
const MAX_MS = { filter: 50, day: 100 };
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

const { page, close } = await openPage();
const presses = await page
  .goto(baseUrl, { waitUntil: "load" })
  .then(() => measurePresses(page, true))
  .finally(close);
console.log(
  `\nFrom a press to the next paint: ${presses.filter.length} clicks on filters, ${presses.day.length} steps of the time slider`,
);
const isSlow = reportPresses(presses, [
  { label: "a filter", repaints: presses.filter, maxMs: MAX_MS.filter },
  { label: "a day", repaints: presses.day, maxMs: MAX_MS.day },
]);
if (explorerKb > MAX_KB || isSlow) process.exitCode = 1;
