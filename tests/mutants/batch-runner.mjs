// A test runner of Stryker that asks all mutants in one run of vitest. Stryker's own runner starts vitest for each
// mutant, which takes 2 seconds before the first test; here a mutant costs the time of its tests.

import fs from "node:fs";
import path from "node:path";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import {
  commonTokens,
  declareClassPlugin,
  declareFactoryPlugin,
  PluginKind,
  tokens,
} from "@stryker-mutator/api/plugin";
import { DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { BaseSequencer } from "vitest/node";
// The class is not exported by name; the path is that of the version in package-lock.json.
import { VitestTestRunner } from "../../node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js";

/** A test is run for as many mutants as this time allows, by its own time in the first run. */
const MS_PER_TEST = 20_000;

class BatchRunner extends VitestTestRunner {
  #coverage = {};
  /** By test: its time in milliseconds in the run without a mutant. */
  #durations = new Map();
  /** By path of a test file: the same of all its tests. */
  #fileTimes = new Map();
  #results = null;

  async init() {
    await super.init();
    const timeOf = (path) => this.#fileTimes.get(path) ?? 0;
    // Short files first: a mutant that they find is not asked of the long ones.
    this.ctx.config.sequence.sequencer = class extends BaseSequencer {
      async sort(files) {
        return [...files].sort((a, b) => timeOf(a.moduleId) - timeOf(b.moduleId));
      }
    };
  }

  async dryRun(options) {
    const result = await super.dryRun(options);
    // Stryker's runner passes over a file that does not load in the copy, and says nothing.
    for (const { filepath, result: loaded } of this.ctx.state.getFiles()) {
      const [error] = loaded?.errors ?? [];
      if (error) this.log.warn(`Does not load, so it is left out: ${filepath}: ${error.message}`);
    }
    if (result.status !== DryRunStatus.Complete) return result;
    // On a busy machine a test may be late without a mutant; it is not asked.
    const tests = result.tests.filter(({ status }) => status !== TestStatus.Failed);
    const late = result.tests.filter(({ status }) => status === TestStatus.Failed);
    for (const { name } of late)
      this.log.warn(`Fails without a mutant, so it is left out: ${name}`);
    const isLate = new Set(late.map(({ id }) => id));
    const reached = Object.entries(result.mutantCoverage.perTest).filter(([id]) => !isLate.has(id));
    this.#coverage = Object.fromEntries(reached);
    this.#durations = new Map(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    for (const { fileName, timeSpentMs } of tests) {
      this.#fileTimes.set(fileName, (this.#fileTimes.get(fileName) ?? 0) + timeSpentMs);
    }
    const { static: atLoad } = result.mutantCoverage;
    return { ...result, tests, mutantCoverage: { static: atLoad, perTest: this.#coverage } };
  }

  async mutantRun({ activeMutant }) {
    this.#results ??= await this.#runBatch();
    const killed = this.#results.get(activeMutant.id);
    if (!killed) return { status: MutantRunStatus.Survived, nrOfTests: 1 };
    if (killed.message.includes("Hit count limit")) {
      return { status: MutantRunStatus.Timeout, reason: killed.message };
    }
    return {
      status: MutantRunStatus.Killed,
      killedBy: [killed.test],
      failureMessage: killed.message,
      nrOfTests: 1,
    };
  }

  /** Runs every test once for each mutant that it reaches and no test before it has found. */
  async #runBatch() {
    // Stryker starts a new process after a crash. It knows no coverage, and must not report survivors.
    if (this.#durations.size === 0) throw new Error("The process of the first run has ended.");
    const folder = fs.mkdtempSync(path.resolve("batch-"));
    const plan = Object.entries(this.#coverage).map(([test, hits]) => {
      const duration = Math.max(1, this.#durations.get(test) ?? 1);
      const mutants = Object.entries(hits).slice(0, Math.ceil(MS_PER_TEST / duration));
      // The path is in the id; a name can have slashes of its own.
      const [file = "", ...name] = test.split("#");
      return [[path.resolve(file), ...name].join("#"), { test, mutants }];
    });
    fs.writeFileSync(path.join(folder, "plan.json"), JSON.stringify(Object.fromEntries(plan)));
    fs.writeFileSync(path.join(folder, "killed.jsonl"), "");
    this.ctx.provide("mode", "mutant");
    this.ctx.provide("mutantActivation", "runtime");
    this.ctx.provide("activeMutant", "none");
    this.ctx.provide("hitLimit", Number.POSITIVE_INFINITY);
    this.ctx.provide("batchFolder", folder);
    await this.run();
    const lines = fs.readFileSync(path.join(folder, "killed.jsonl"), "utf8").split("\n");
    const found = lines.filter(Boolean).map((line) => JSON.parse(line));
    return new Map(found.map((one) => [one.mutant, one]));
  }
}

function createBatchRunner(injector) {
  return injector
    .provideValue("globalNamespace", INSTRUMENTER_CONSTANTS.NAMESPACE)
    .injectClass(BatchRunner);
}
createBatchRunner.inject = tokens(commonTokens.injector);

/** Vite reads the options of a worker in the code and rejects a mutated file that it cannot read. */
class WorkerIgnorer {
  shouldIgnore(path) {
    const isWorker = path.isNewExpression() && path.node.callee.name === "Worker";
    return isWorker ? "Vite must be able to read the options of a worker." : undefined;
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Ignore, "worker", WorkerIgnorer),
  declareFactoryPlugin(PluginKind.TestRunner, "vitest-batch", createBatchRunner),
];
