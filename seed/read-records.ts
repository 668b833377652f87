import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";

/** An error in one record of the data set. */
export interface SeedIssue {
  /** The folder of the edition and the name of the file. */
  readonly file: string;
  /** Line number, from 1. */
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

/** A record with its file and line. */
export interface Located<T> {
  readonly record: T;
  readonly file: string;
  readonly line: number;
}

/** The data set is invalid. The message has one line per issue: file, line, field and reason. */
export class InvalidSeedError extends Error {
  constructor(readonly issues: readonly SeedIssue[]) {
    super(
      issues
        .map(({ file, line, field, reason }) => `${file}:${line} ${field}: ${reason}`)
        .join("\n"),
    );
  }
}

/**
 * Reads a file with a list of records, and returns the valid ones; none where an edition has no such file.
 * @param issues gets an entry for each invalid record
 * @throws InvalidSeedError if the file is not a JSON list
 */
export async function readRecords<S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
  issues: SeedIssue[],
): Promise<Located<z.output<S>>[]> {
  if (!existsSync(path.join(folder, name))) return [];
  const file = getFileName(folder, name);
  const { text, json } = await readJson(folder, name);
  if (!Array.isArray(json)) {
    throw new InvalidSeedError([
      { file, line: 1, field: "(file)", reason: "must be a JSON list of records" },
    ]);
  }
  const lines = recordLineNumbers(text);
  return json.flatMap((item, i) => {
    const line = lines[i] ?? 1;
    const parsed = schema.safeParse(item);
    if (parsed.success) return [{ record: parsed.data, file, line }];
    for (const issue of parsed.error.issues) {
      issues.push({ file, line, field: issueField(issue), reason: issue.message });
    }
    return [];
  });
}

/**
 * Reads a file with one record.
 * @throws InvalidSeedError if the record is invalid
 */
export async function readRecord<S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
): Promise<z.output<S>> {
  const file = getFileName(folder, name);
  const { json } = await readJson(folder, name);
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new InvalidSeedError(
    parsed.error.issues.map((issue) => ({
      file,
      line: 1,
      field: issueField(issue),
      reason: issue.message,
    })),
  );
}

/** Dots join the parts of a nested field. */
function issueField(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return issue.keys.join(", ");
  return issue.path.length === 0 ? "(record)" : issue.path.join(".");
}

function getFileName(folder: string, name: string): string {
  return `${path.basename(folder)}/${name}`;
}

async function readJson(folder: string, name: string): Promise<{ text: string; json: unknown }> {
  let text = "";
  try {
    text = await readFile(path.join(folder, name), "utf8");
    return { text, json: JSON.parse(text) };
  } catch (error) {
    const file = getFileName(folder, name);
    const reason = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(reason)?.[1];
    const line = position === undefined ? 1 : lineNumberAt(text, Number(position));
    throw new InvalidSeedError([{ file, line, field: "(file)", reason }]);
  }
}

function lineNumberAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

/** The line number on which each object or list of a JSON list begins. */
function recordLineNumbers(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "\n") line++;
    else if (inString && char === "\\") i++;
    else if (char === '"') inString = !inString;
    else if (inString) continue;
    else if (char === "{" || char === "[") {
      if (depth === 1) lines.push(line);
      depth++;
    } else if (char === "}" || char === "]") depth--;
  }
  return lines;
}
