// What a program undoes when it ends. Imports nothing, because it runs before any install.

/**
 * @returns {{ add: (cleanUp: () => unknown) => void, run: (exitCode: number) => Promise<number>}} `run` undoes
 *   everything, the last first, and returns the exit code: 1 if a step fails. Every later call only waits for the
 *   first, and has its exit code.
 */
export function createCleanups() {
  /** @type {(() => unknown)[]} */
  const steps = [];
  /** @type {Promise<number> | null} */
  let running = null;

  /** @param {number} exitCode */
  async function runAll(exitCode) {
    let code = exitCode;
    for (const step of steps.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        console.error(error.message);
        code = 1;
      }
    }
    return code;
  }

  return {
    add: (cleanUp) => void steps.push(cleanUp),
    run: (exitCode) => {
      running ??= runAll(exitCode);
      return running;
    },
  };
}
