import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { findEnglish } from "../../support/find-english";
import { CORE_ROOMS, ROOT } from "../../support/rooms";
import { listSources } from "../../support/syntax-tree";
import left from "./english-left.json";
import notForPeople from "./not-for-people.json";

// Texts for people belong in lib/text/messages. `english-left.json` counts those that are still
// elsewhere, by folder; a folder that it does not name has none. The counts only fall:
//   UPDATE_ENGLISH=1 npx vitest run --project unit tests/unit/text/no-english.test.ts
// writes the lower ones; ENGLISH_IN=components/features/zones lists what is left there. What only looks
// like English, such as a header of HTTP, is in `not-for-people.json`, word for word.

/** The pure core but for the catalogue, whose labels and definitions are declared once. */
const CORE = CORE_ROOMS.filter((room) => room !== "lib/catalogue");
const FOLDERS = ["app", "components", "lib/contract", "lib/formats", "lib/text", ...CORE];
const MACHINE: ReadonlySet<string> = new Set(notForPeople);
const LEFT: Readonly<Record<string, number>> = left;

/** The folder under which a file is counted. */
function folderOf(file: string): string {
  const parts = file.split("/");
  return parts.slice(0, Math.min(parts[1] === "features" ? 3 : 2, parts.length - 1)).join("/");
}

/** The English of every file, as "file:line words", by folder. */
function listEnglish(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of FOLDERS.flatMap((folder) => listSources(path.join(ROOT, folder)))) {
    const name = path.relative(ROOT, file).split(path.sep).join("/");
    const texts = findEnglish(file)
      .filter(({ words }) => !MACHINE.has(words))
      .map(({ line, words }) => `${name}:${line} ${words}`);
    const folder = folderOf(name);
    found.set(folder, [...(found.get(folder) ?? []), ...texts]);
  }
  return found;
}

describe("English outside the messages", () => {
  const found = listEnglish();

  test("no folder has more than it had", () => {
    if (process.env.UPDATE_ENGLISH) writeLower(found);
    const more = [...found].filter(([folder, texts]) => texts.length > (LEFT[folder] ?? 0));
    const report = more.map(([folder, texts]) => [
      `${folder} has ${texts.length}, at most ${LEFT[folder] ?? 0} are allowed`,
      ...texts,
    ]);
    expect(report).toEqual([]);
  });

  test("the folder asked for has none", () => {
    const folder = process.env.ENGLISH_IN ?? "";
    const texts = [...found.values()].flat();
    expect(folder === "" ? [] : texts.filter((text) => text.startsWith(folder))).toEqual([]);
  });

  test("no count is kept for a folder that is gone", () => {
    expect(Object.keys(LEFT).filter((folder) => !found.has(folder))).toEqual([]);
  });
});

function writeLower(found: ReadonlyMap<string, readonly string[]>): void {
  const lower = [...found]
    .map(([folder, { length }]): [string, number] => [folder, Math.min(length, LEFT[folder] ?? 0)])
    .filter(([, count]) => count > 0);
  const file = path.join(import.meta.dirname, "english-left.json");
  fs.writeFileSync(file, `${JSON.stringify(Object.fromEntries(lower), null, 2)}\n`);
}
