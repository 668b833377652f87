import fs from "node:fs";
import path from "node:path";
import { inject, TestRunner } from "vitest";

/** The limit of a mutant's loop: so many times as often as without a mutant. */
const LOOP_FACTOR = 100;

/**
 * Runs each test with its hooks once for each mutant that the plan of batch-runner.mjs names and no test has found,
 * and then without one: where that fails, a mutant has left something behind, and what the test found does not count.
 */
export default class RepeatForMutants extends TestRunner {
  #batch = null;
  /** Mutants of the present test, with the number of times that it reaches each. */
  #mutants = [];
  #found = [];

  async onBeforeRunTask(test) {
    await super.onBeforeRunTask(test);
    const batch = this.#openBatch();
    if (batch === null || test.mode === "skip") return;
    const planned = batch.plan[`${test.file.filepath}#${fullName(test)}`];
    this.#mutants = (planned?.mutants ?? []).filter(([id]) => !batch.killed.has(id));
    this.#found = [];
    if (this.#mutants.length === 0) test.mode = "skip";
    else test.repeats = this.#mutants.length;
  }

  onBeforeTryTask(test, { repeats }) {
    super.onBeforeTryTask(test);
    if (this.#batch === null) return;
    const [id, hits] = this.#mutants[repeats] ?? ["none", 0];
    const stryker = globalThis[inject("globalNamespace")];
    stryker.activeMutant = id;
    stryker.hitCount = 0;
    stryker.hitLimit = hits * LOOP_FACTOR + 1000;
  }

  onAfterRetryTask(test, { repeats }) {
    if (this.#batch === null) return;
    const failed = test.result.state === "fail";
    const [id] = this.#mutants[repeats] ?? [];
    if (failed && id !== undefined) {
      const message = String(test.result.errors?.[0]?.message ?? "failed");
      this.#found.push({ mutant: id, test: this.#idOf(test), message });
    }
    if (id === undefined) this.#close(test, failed);
    test.result.state = "pass";
    test.result.errors = undefined;
  }

  #close(test, spoilt) {
    globalThis[inject("globalNamespace")].activeMutant = "none";
    const { folder, killed } = this.#batch;
    if (spoilt) {
      fs.appendFileSync(path.join(folder, "spoilt.txt"), `${this.#idOf(test)}\n`);
      return;
    }
    for (const { mutant } of this.#found) killed.add(mutant);
    const lines = this.#found.map((one) => `${JSON.stringify(one)}\n`);
    fs.appendFileSync(path.join(folder, "killed.jsonl"), lines.join(""));
  }

  #idOf(test) {
    return this.#batch.plan[`${test.file.filepath}#${fullName(test)}`].test;
  }

  /** null in the first run, which finds out which tests reach which mutants. */
  #openBatch() {
    if (this.#batch !== null) return this.#batch;
    const folder = inject("batchFolder");
    if (inject("mode") !== "mutant" || folder === undefined) return null;
    const lines = fs.readFileSync(path.join(folder, "killed.jsonl"), "utf8").split("\n");
    const killed = new Set(lines.filter(Boolean).map((line) => JSON.parse(line).mutant));
    const plan = JSON.parse(fs.readFileSync(path.join(folder, "plan.json"), "utf8"));
    this.#batch = { folder, killed, plan };
    return this.#batch;
  }
}

/** The name of a test with those of its suites, as in the ids of Stryker. */
function fullName(test) {
  const names = [test.name];
  for (let { suite } = test; suite; suite = suite.suite) names.unshift(suite.name);
  return names.join(" ").trim();
}
