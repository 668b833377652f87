// Finds or installs the Chromium of the browser tests.
import fs from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { canInstallPackages, installPackages } from "./debian-packages.mjs";
import { fromRoot } from "./paths.mjs";
import { runQuietly } from "./run-command.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** Chromium without windows, a package of its own. In it the browser tests take half the CPU time. */
const HEADLESS_SHELL = "chromium-headless-shell";
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** @param {string} name @returns {string[]} where the program may be */
const listPaths = (name) =>
  (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, name));

/** @param {(string | undefined)[]} files @returns {string | null} the first that exists; null if none does */
const findFirst = (files) => files.find((file) => file && fs.existsSync(file)) ?? null;

/** @returns {string | null} the path of an installed Chromium; null if there is none */
export function findBrowser() {
  return findFirst([
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    ...[...NAMES, HEADLESS_SHELL].flatMap(listPaths),
    MAC_CHROME,
  ]);
}

/**
 * The browser of the browser tests: the one of `CHROMIUM_PATH`; else Chromium's headless shell, which is installed
 * where that can be done; else any Chromium.
 * @param {(line: string) => void} log
 * @returns {Promise<string>} its path
 * @throws if none is found and none can be installed
 */
export async function ensureTestBrowser(log) {
  if (process.env.CHROMIUM_PATH) return await ensureBrowser(log);
  const present = findFirst(listPaths(HEADLESS_SHELL));
  if (present !== null) return present;
  if (canInstallPackages()) {
    log("Installing Chromium's headless shell with apt-get for the browser tests…");
    // Any Chromium will do, and the tests take longer.
    await installPackages([HEADLESS_SHELL]).catch((error) => log(error.message));
  }
  return findFirst(listPaths(HEADLESS_SHELL)) ?? (await ensureBrowser(log));
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
