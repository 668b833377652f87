import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "@/tests/support/rooms";

/** The files of some folders with one of these endings. */
function readAll(folders: readonly string[], ending: RegExp): string[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => ending.test(file))
      .map((file) => fs.readFileSync(path.join(ROOT, folder, file), "utf8")),
  );
}

/** The classes in the selectors of a stylesheet. */
function listClasses(css: string): string[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{};]+)\{/g);
  return [...rules]
    .map(([, selector = ""]) => selector.trim())
    .filter((selector) => !selector.startsWith("@"))
    .flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = ""]) => name));
}

test("every class of our stylesheets is used by a component", () => {
  const classes = new Set(readAll(["app", "components"], /\.css$/).flatMap(listClasses));
  expect(classes.size).toBeGreaterThan(50);
  const code = readAll(["app", "components", "lib"], /\.tsx?$/).join("\n");
  const used = new Set(code.match(/[\w-]+/g));
  expect([...classes].filter((name) => !used.has(name))).toEqual([]);
});
