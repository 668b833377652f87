import { readRefusal } from "./rows";

/** How far a download has come: bytes so far. */
export type DownloadProgress = (bytes: number) => void;

/**
 * Fetches a file and hands it to the browser to save under the name that the server gives it.
 * @throws Error with a sentence that says why it could not be had; an `AbortError` where it was stopped
 */
export async function download(
  address: string,
  signal: AbortSignal,
  onProgress: DownloadProgress,
): Promise<void> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(await readRefusal(response));
  const chunks: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  if (!reader) throw new Error("The browser could not read the file.");
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    bytes += part.value.byteLength;
    onProgress(bytes);
  }
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  save(new Blob(chunks, { type }), fileName(response, address));
}

function fileName(response: Response, address: string): string {
  const given = /filename="?([^";]+)"?/.exec(
    response.headers.get("content-disposition") ?? "",
  )?.[1];
  return given ?? new URL(address, window.location.href).pathname.split("/").at(-1) ?? "zones";
}

/** Time for the browser to take the file over before its address is given back. */
const KEPT_FOR_MS = 10_000;

/** Hands a file to the browser to save. */
export function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR_MS);
}
