/** Streams of versions that a test holds open. */
export interface OpenStreams {
  /** How many the server has closed. */
  closed: () => number;
  /** The version of which each has told last. */
  versions: () => readonly number[];
  /** Leaves them all. */
  leave: () => void;
}

/**
 * Opens that many streams and resolves once each has told its first version.
 * @param address of the tracker, without a slash at its end
 */
export async function openStreams(address: string, count: number): Promise<OpenStreams> {
  const leaving = new AbortController();
  const versions = Array.from({ length: count }, () => 0);
  let closed = 0;
  const open = async (index: number) => {
    const answer = await fetch(`${address}/api/v1/stream`, { signal: leaving.signal });
    if (!answer.ok || !answer.body) throw new Error(`The stream answers ${answer.status}.`);
    await new Promise<void>((resolve) => {
      void readToItsEnd(answer.body, (version) => {
        versions[index] = version;
        resolve();
      }).then(() => {
        closed += 1;
        resolve();
      });
    });
  };
  await Promise.all(versions.map((_, index) => open(index)));
  return { closed: () => closed, versions: () => versions, leave: () => leaving.abort() };
}

async function readToItsEnd(
  body: ReadableStream<Uint8Array> | null,
  hear: (version: number) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const versions = [...text.matchAll(/^id: (\d+)\nevent: version$/gm)];
      const last = versions.at(-1);
      if (last) hear(Number(last[1]));
    }
  } catch (error) {
    // Cut rather than ended: closed all the same.
    if (!(error instanceof Error)) throw error;
  }
}
