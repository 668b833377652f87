/** After this, a map without a part is better than no map. */
const LONGEST_WAIT_MS = 3000;

/** The outcome of a promise; null where it takes longer than readers should wait for the map. */
export async function waitBriefly<T>(promise: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), LONGEST_WAIT_MS);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
  }
}
