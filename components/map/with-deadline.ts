/** After this, a map without a part is better than no map. */
const DEADLINE_MS = 3000;

/** The outcome of a promise; null where it takes longer than readers should wait for the map. */
export async function withDeadline<T>(promise: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), DEADLINE_MS);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
  }
}
