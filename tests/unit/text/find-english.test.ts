import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { findEnglish } from "../../support/find-english";

const wordsIn = (source: string): string[] => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "english-"));
  try {
    const file = path.join(folder, "example.tsx");
    fs.writeFileSync(file, source);
    return findEnglish(file).map(({ words }) => words);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
};

test.each([
  ["text of an element", "<p>Zones</p>", ["Zones"]],
  ["a choice inside an element", '<p>{a ? "Yes" : "No"}</p>', ["Yes", "No"]],
  ["an attribute that people hear", '<a aria-label="Close" />', ["Close"]],
  ["an attribute of a component", `<Section heading={\`Zones of \${name}\`} />`, ["Zones of"]],
  ["a sentence in code", 'const a = "Type a number";', ["Type a number"]],
  ["a sentence with values", `const a = \`\${n} zones of \${all}\`;`, ["zones of"]],
])("%s is found", (_, source, words) => {
  expect(wordsIn(source)).toEqual(words);
});

test.each([
  ["a class", '<p className="zone value" />'],
  ["a list of classes", 'const a = "flex h-8 w-full items-center";'],
  ["a test of a value", '<p>{a === "not started" ? b : c}</p>'],
  ["an import", 'import a from "some module";'],
  ["a directive", '"use client";'],
  ["a type", 'type A = "some value";'],
  ["a key", 'const a = { "some key": 1 };'],
  ["a developer's error", 'throw new Error("cannot happen here");'],
  ["a message's key", 't("common.unknown");'],
  ["a number and signs", "<p>{n} × 44 · </p>"],
  ["a type of media", 'const a = "text/csv; charset=utf-8";'],
])("%s is not found", (_, source) => {
  expect(wordsIn(source)).toEqual([]);
});
