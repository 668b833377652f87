import type { z } from "zod";
import type { ImportLine, TableAnswer } from "../contract/import-answer";
import type { ImportRequest } from "../contract/import-request";
import { readProblem } from "./problem";

/** What became of a request; `signed-out`: the session ended, and the same request can be sent again after signing in. */
export type Sent<T> =
  | { readonly kind: "done"; readonly answer: T }
  | { readonly kind: "signed-out" }
  | { readonly kind: "stopped" }
  /** The connection ended: what was asked for may have been done. */
  | { readonly kind: "lost" }
  | { readonly kind: "rejected"; readonly message: string };

/**
 * Sends a file, which the server reads as a table. Never throws.
 * @param sheet name of a sheet of an XLSX file; null: its first one
 */
export async function sendTable(file: Blob, sheet: string | null): Promise<Sent<TableAnswer>> {
  const query = sheet === null ? "" : `?${new URLSearchParams({ sheet })}`;
  try {
    const response = await fetch(`/admin/import/table${query}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
    if (response.ok) return { kind: "done", answer: await response.json() };
    return await reject(response);
  } catch {
    return { kind: "lost" };
  }
}

/**
 * Sends a table to be checked or recorded, and reads how far that is. Never throws.
 * @param signal stops the work on the server, too
 */
export async function sendImport(
  request: z.input<typeof ImportRequest>,
  signal: AbortSignal,
  onLine: (line: ImportLine) => void,
): Promise<Sent<ImportLine>> {
  try {
    const response = await fetch("/admin/import/run", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
      signal,
    });
    if (!response.ok || response.body === null) return await reject(response);
    const last = await readLines(response.body, onLine);
    return last === null || last.kind === "progress"
      ? { kind: "lost" }
      : { kind: "done", answer: last };
  } catch {
    return { kind: signal.aborted ? "stopped" : "lost" };
  }
}

/** Reads lines of JSON as they come. @returns the last one; null: there is none */
async function readLines(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onLine: (line: ImportLine) => void,
): Promise<ImportLine | null> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let last: ImportLine | null = null;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const read: ImportLine = JSON.parse(line);
      last = read;
      onLine(read);
    }
  }
  return last;
}

async function reject(response: Response): Promise<Sent<never>> {
  if (response.status === 401) return { kind: "signed-out" };
  return { kind: "rejected", message: await readProblem(response) };
}
