import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/lib/browser.mjs";

/** `npm test` (or `npm run test:e2e`) starts the production server and says where. */
const baseURL = process.env.E2E_BASE_URL;

/** Tests that record claims, change people and make releases: after all that count what is there. */
const WRITING = /(desk|people|releases)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  timeout: 60_000,
  // Two browsers that draw maps in software share the machine with the server.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // Two cores carry server, database and two browsers: a picture that came too late once gets another chance, by name.
  retries: 1,
  projects: [
    { name: "reading", testIgnore: WRITING },
    { name: "writing", testMatch: WRITING, dependencies: ["reading"] },
  ],
  reporter: "list",
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    // Without its film, which costs more than the test.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      // Chromium's sandbox refuses to run as root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
        // The map needs WebGL; without a graphics card it is drawn in software.
        "--enable-unsafe-swiftshader",
      ],
    },
  },
});
