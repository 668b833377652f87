import { setTimeout as sleep } from "node:timers/promises";

/**
 * Repeats a check until it is true.
 * @param {() => unknown} check
 * @param {string} condition what the check tests, for the error message
 * @param {number} timeoutMs
 * @throws if the check is not true within `timeoutMs`
 */
export async function waitUntil(check, condition, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  while (!(await check())) {
    if (Date.now() > deadline)
      throw new Error(`This did not happen within ${timeoutMs / 1000} s: ${condition}.`);
    await sleep(25);
  }
}
