import { onTestFailed } from "vitest";
import type { AppServer } from "../support/app-server";

/** Call it before a test: if the test fails, the end of the server's log is printed. */
export function printLogOnFailure({ log }: AppServer): void {
  const before = log().length;
  onTestFailed(() => {
    console.error(`The server's log during the test:\n${log().slice(before).slice(-4000)}`);
  });
}
