// Finds or installs the Chromium of the browser tests.
import fs from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { canInstallPackages, installPackages } from "./debian-packages.mjs";
import { fromRoot } from "./paths.mjs";
import { runQuietly } from "./run-command.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** @returns {string | null} the path of an installed Chromium; null if there is none */
export function findBrowser() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    MAC_CHROME,
  ];
  return candidates.find((file) => file && fs.existsSync(file)) ?? null;
}

/**
 * Finds an installed Chromium, or installs one.
 * @param {(line: string) => void} log
 * @returns {Promise<string>} its path
 * @throws if none is found and none can be installed
 */
export async function ensureBrowser(log) {
  const present = findBrowser();
  if (present !== null) return present;
  try {
    if (canInstallPackages()) {
      log("Installing Chromium with apt-get for the browser tests…");
      await installPackages(["chromium"]);
    } else {
      log("Downloading Playwright's Chromium for the browser tests…");
      const playwright = fromRoot("node_modules/@playwright/test/cli.js");
      await runQuietly(process.execPath, [playwright, "install", "chromium"]);
    }
  } catch (error) {
    throw new Error(
      `No Chromium found, and installing one failed. Install Chromium, or set CHROMIUM_PATH to it. ${error.message}`,
    );
  }
  const installed = findBrowser();
  if (installed === null)
    throw new Error("No Chromium found after the installation. Set CHROMIUM_PATH to a Chromium.");
  return installed;
}
