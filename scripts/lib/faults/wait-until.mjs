import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks again and again until the answer is yes.
 * @param {() => unknown} ask
 * @param {string} what is waited for, as the end of "… did not happen: "
 * @param {number} patienceMs
 * @throws where it takes longer
 */
export async function waitUntil(ask, what, patienceMs) {
  const late = Date.now() + patienceMs;
  while (!(await ask())) {
    if (Date.now() > late) throw new Error(`Waited ${patienceMs / 1000} s in vain: ${what}.`);
    await sleep(25);
  }
}
