import { readProblem } from "./problem";

/**
 * Downloads a file and saves it under the name that the server gives it.
 * @param onProgress gets the number of bytes so far
 * @throws Error with a sentence that says why it failed; an `AbortError` if it was stopped
 */
export async function download(
  address: string,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<void> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(await readProblem(response));
  const chunks: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  if (!reader) throw new TypeError("The response has no body.");
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    bytes += part.value.byteLength;
    onProgress(bytes);
  }
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  saveFile(new Blob(chunks, { type }), getFileName(response, address));
}

function getFileName(response: Response, address: string): string {
  const given = /filename="?([^";]+)"?/.exec(
    response.headers.get("content-disposition") ?? "",
  )?.[1];
  return given ?? new URL(address, window.location.href).pathname.split("/").at(-1) ?? "zones";
}

/** Time for the browser to copy the file before its address is released. */
const KEPT_FOR_MS = 10_000;

/** Saves a file through the browser. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR_MS);
}
