import "server-only";
import { format, stripVTControlCharacters } from "node:util";
import { log } from "./log";

const LEVELS = {
  debug: "debug",
  log: "info",
  info: "info",
  warn: "warn",
  error: "error",
} as const;

/** Writes what libraries print, such as Next.js for a page that fails, as lines of the log. */
export function redirectConsole(): void {
  for (const method of ["debug", "log", "info", "warn", "error"] as const) {
    console[method] = (...parts: unknown[]) => {
      const text = stripVTControlCharacters(format(...parts)).trim();
      if (text !== "") log[LEVELS[method]](text, { from: "console" });
    };
  }
}
