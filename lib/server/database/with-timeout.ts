import "server-only";

/** Has the system's code for a connection that does not answer, so that it counts as a database that is away. */
class SlowDatabaseError extends Error {
  readonly code = "ETIMEDOUT";
}

/**
 * The result of work on the database, or an error where that stops answering. Work that is given up goes on by itself, and
 * its result or error is ignored.
 * @param work gets a function that it calls with each step forward
 * @throws after `ms` milliseconds without a result and without a step
 */
export async function withTimeout<T>(
  work: (onProgress: () => void) => Promise<T>,
  ms: number,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new SlowDatabaseError(`The database did not answer within ${ms / 1000} seconds.`)),
      ms,
    );
  });
  try {
    return await Promise.race([work(() => timer?.refresh()), late]);
  } finally {
    clearTimeout(timer);
  }
}
