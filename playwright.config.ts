import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/lib/browser.mjs";

/** Set by `npm test` and `npm run test:e2e`, which start the production server. */
const baseURL = process.env.E2E_BASE_URL;

/**
 * Tests that change the data. They run last, because other tests count what the data set contains. Two files run at a time
 * in one tracker, so each records on zones or firms of its own, and a second try of a test on others than the first.
 */
const WRITING = /(admin|desk-[a-z]+|people|queue|redaction|releases)\.spec\.ts$/;
/** A whole day of several people, each with a browser, in a tracker of its own: it needs the machine for itself. */
const DAY = /desk-day\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  timeout: 60_000,
  // Two browsers draw maps in software and share the machine with the server.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // Two cores run server, database and two browsers, so one slow drawing may fail a test. Flaky tests are named.
  retries: 1,
  projects: [
    { name: "reading", testIgnore: WRITING },
    { name: "writing", testMatch: WRITING, testIgnore: DAY, dependencies: ["reading"] },
    { name: "day", testMatch: DAY, dependencies: ["writing"] },
  ],
  reporter: "list",
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    // A trace costs a sixth of a test's time, so only the second attempt records one. Screenshots in it would
    // take longer than the test. `--trace on` records one at once.
    trace: { mode: "on-first-retry", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      // Chromium's sandbox does not work as root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
        // The map needs WebGL. Without a graphics card, Chromium draws it in software.
        "--enable-unsafe-swiftshader",
      ],
    },
  },
});
