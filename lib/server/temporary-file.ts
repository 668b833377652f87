import "server-only";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Bytes of the file that are read at once. */
const CHUNK_BYTES = 64 * 1024;

/**
 * A file in chunks that is written to a temporary folder first, so that it needs no memory while it is sent. It is gone from
 * the folder once it is open for reading.
 * @param write writes the file of this path
 */
export async function* fileChunks(
  write: (file: string) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), "cpec-sez-"));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, "file");
    await write(file);
    const handle = await open(file);
    await removeFolder();
    yield* handle.createReadStream({ highWaterMark: CHUNK_BYTES });
  } finally {
    await removeFolder();
  }
}
