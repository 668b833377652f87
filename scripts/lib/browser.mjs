// The browser of the tests: Playwright's own, the system's, or one that is installed now.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { fromRoot } from "./root.mjs";
import { runQuietly } from "./run-command.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** @returns {string | null} the program of a Chromium that is there */
export function findBrowser() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    MAC,
  ];
  return candidates.find((file) => file && fs.existsSync(file)) ?? null;
}

/**
 * Finds a browser or installs one.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} its program
 */
export async function ensureBrowser(say) {
  const present = findBrowser();
  if (present !== null) return present;
  const isDebian = spawnSync("apt-get", ["--version"]).status === 0;
  try {
    if (isDebian && process.getuid?.() === 0) {
      say("Installing Chromium from the system's packages for the browser tests…");
      const env = { DEBIAN_FRONTEND: "noninteractive" };
      await runQuietly("apt-get", ["update"], { env });
      await runQuietly("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
        env,
      });
    } else {
      say("Downloading Playwright's Chromium for the browser tests…");
      const playwright = fromRoot("node_modules/@playwright/test/cli.js");
      await runQuietly(process.execPath, [playwright, "install", "chromium"]);
    }
  } catch (error) {
    throw new Error(`No browser was found and none could be installed: ${error.message}`);
  }
  const installed = findBrowser();
  if (installed === null) throw new Error("No browser was found; set CHROMIUM_PATH to a Chromium.");
  return installed;
}
