import path from "node:path";
import { describe, expect, test } from "vitest";
import { ENGLISH_MESSAGES } from "../../../lib/text/english-messages";
import { SHARED_NAMESPACES } from "../../../lib/text/namespaces";
import { clientReach, reachFrom, readImportGraph } from "../../support/import-graph";
import { listGivenNamespaces, listTextCalls } from "../../support/text-calls";

const ROOT = path.join(import.meta.dirname, "../../..");
const FOLDERS = ["app", "components", "lib"];
const graph = readImportGraph(ROOT, FOLDERS);
const calls = FOLDERS.flatMap((folder) => listTextCalls(ROOT, folder));
const given = listGivenNamespaces(ROOT, ["app", "components"]);

/** The layouts around a page, and the page. */
function filesAround(page: string): string[] {
  const folders = path.posix.dirname(page).split("/");
  const layouts = folders.map((_, at) => `${folders.slice(0, at + 1).join("/")}/layout.tsx`);
  return [...layouts.filter((file) => graph.has(file)), page];
}

const pages = [...graph.keys()].filter((file) =>
  /^app\/(?:.*\/)?(page|error|not-found)\.tsx$/.test(file),
);

describe("the messages that a page gives to the browser", () => {
  test("there are pages and calls", () => {
    expect(pages.length).toBeGreaterThan(10);
  });

  test.each(pages)("%s gives what its client components use", (page) => {
    const reach = reachFrom(graph, filesAround(page));
    const clients = [...reach].filter((file) => graph.get(file)?.isClient);
    const inBrowser = reachFrom(graph, clients);
    const has: string[] = [...SHARED_NAMESPACES];
    for (const file of reach) has.push(...(given.get(file) ?? []));
    const missing = calls.filter(
      ({ file, start }) =>
        start !== null && inBrowser.has(file) && !has.some((name) => start.startsWith(`${name}.`)),
    );
    expect(missing.map(({ at, start }) => `${at} uses ${start}`)).toEqual([]);
  });

  test("every namespace given exists", () => {
    const messages: Readonly<Record<string, object>> = ENGLISH_MESSAGES;
    const unknown = [...given.values()].flat().filter((name) => {
      const [namespace = "", part] = name.split(".");
      const all = messages[namespace];
      return all === undefined || (part !== undefined && !(part in all));
    });
    expect(unknown).toEqual([]);
  });

  test("no code of the browser holds every message", () => {
    const reach = clientReach(graph);
    expect(
      [...reach].filter((file) =>
        /^lib\/text\/(english-messages|english-text|messages|urdu-messages|chinese-messages|translation)\.ts$/.test(
          file,
        ),
      ),
    ).toEqual([]);
  });
});
