/** Streams of versions that a test holds open. */
export interface OpenStreams {
  /** How many the server has closed. */
  closed: () => number;
}

/**
 * Opens that many streams and resolves once each has told its first version.
 * @param address of the tracker, without a slash at its end
 */
export async function openStreams(address: string, count: number): Promise<OpenStreams> {
  let closed = 0;
  const open = async () => {
    const answer = await fetch(`${address}/api/v1/stream`);
    const reader = answer.body?.getReader();
    if (!answer.ok || !reader) throw new Error(`The stream answers ${answer.status}.`);
    await reader.read();
    void readToItsEnd(reader).then(() => {
      closed += 1;
    });
  };
  await Promise.all(Array.from({ length: count }, open));
  return { closed: () => closed };
}

async function readToItsEnd(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch (error) {
    // Cut rather than ended: closed all the same.
    if (!(error instanceof Error)) throw error;
  }
}
