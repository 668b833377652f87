import { readFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";

/** What is wrong at one place of the data set. */
export interface SeedFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

/** A record with the place that it was read from. */
export interface Located<T> {
  readonly record: T;
  readonly file: string;
  readonly line: number;
}

/** Thrown for a data set that cannot be loaded; the message lists each place and reason. */
export class BadSeedError extends Error {
  readonly code = "bad-seed";
  constructor(readonly faults: readonly SeedFault[]) {
    super(
      faults
        .map(({ file, line, field, reason }) => `${file}:${line} ${field}: ${reason}`)
        .join("\n"),
    );
  }
}

/**
 * Reads a file with a list of records.
 * @param faults collects what is wrong with single records
 * @throws BadSeedError where the file cannot be read as JSON at all
 */
export async function readRecords<S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
  faults: SeedFault[],
): Promise<Located<z.output<S>>[]> {
  const { text, json } = await readJson(folder, file);
  if (!Array.isArray(json)) {
    throw new BadSeedError([
      { file, line: 1, field: "(file)", reason: "must be a list of records" },
    ]);
  }
  const lines = recordLines(text);
  return json.flatMap((item, i) => {
    const line = lines[i] ?? 1;
    const parsed = schema.safeParse(item);
    if (parsed.success) return [{ record: parsed.data, file, line }];
    for (const issue of parsed.error.issues) {
      faults.push({ file, line, field: fieldOf(issue), reason: issue.message });
    }
    return [];
  });
}

/**
 * Reads a file with one record.
 * @throws BadSeedError where it cannot be used
 */
export async function readRecord<S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
): Promise<z.output<S>> {
  const { json } = await readJson(folder, file);
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new BadSeedError(
    parsed.error.issues.map((issue) => ({
      file,
      line: 1,
      field: fieldOf(issue),
      reason: issue.message,
    })),
  );
}

function fieldOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return issue.keys.join(", ");
  return issue.path.length === 0 ? "(record)" : issue.path.join(".");
}

async function readJson(folder: string, file: string): Promise<{ text: string; json: unknown }> {
  let text = "";
  try {
    text = await readFile(path.join(folder, file), "utf8");
    return { text, json: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(reason)?.[1];
    const line = position === undefined ? 1 : lineAt(text, Number(position));
    throw new BadSeedError([{ file, line, field: "(file)", reason }]);
  }
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

/** The line on which each record of a JSON list begins: the objects and lists directly inside it. */
export function recordLines(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "\n") line++;
    else if (inText && char === "\\") i++;
    else if (char === '"') inText = !inText;
    else if (inText) continue;
    else if (char === "{" || char === "[") {
      if (depth === 1) lines.push(line);
      depth++;
    } else if (char === "}" || char === "]") depth--;
  }
  return lines;
}
