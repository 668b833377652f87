/** Version streams that a test keeps open. */
export interface OpenStreams {
  /** The number of streams that the server has closed. */
  closed: () => number;
  /** The last version that each stream announced. */
  versions: () => readonly number[];
  /** Closes all streams. */
  close: () => void;
}

/**
 * Opens `count` streams and resolves when each has announced a version.
 * @param address of the tracker, without a trailing slash
 */
export async function openStreams(address: string, count: number): Promise<OpenStreams> {
  const closing = new AbortController();
  const versions = Array.from({ length: count }, () => 0);
  let closed = 0;
  const open = async (index: number) => {
    const response = await fetch(`${address}/api/v1/stream`, { signal: closing.signal });
    if (!response.ok || !response.body) {
      throw new Error(`GET /api/v1/stream returned ${response.status}.`);
    }
    await new Promise<void>((resolve) => {
      void readVersions(response.body, (version) => {
        versions[index] = version;
        resolve();
      }).then(() => {
        closed += 1;
        resolve();
      });
    });
  };
  await Promise.all(versions.map((_, index) => open(index)));
  return { closed: () => closed, versions: () => versions, close: () => closing.abort() };
}

/** Reads a stream until it ends or breaks. */
async function readVersions(
  body: ReadableStream<Uint8Array> | null,
  onVersion: (version: number) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const versions = [...text.matchAll(/^id: (\d+)\nevent: version$/gm)];
      const last = versions.at(-1);
      if (last) onVersion(Number(last[1]));
    }
  } catch (error) {
    // A broken stream counts as closed, too.
    if (!(error instanceof Error)) throw error;
  }
}
