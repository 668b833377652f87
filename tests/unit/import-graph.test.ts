import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  clientReach,
  findCycle,
  firstLoad,
  reachFrom,
  readImportGraph,
  type SourceFile,
} from "../support/import-graph";
import { CORE_ROOMS, ROOT } from "../support/rooms";

const graph = readImportGraph(ROOT, ["app", "components", "lib", "seed", "tests", "scripts"]);

const PURE = [...CORE_ROOMS, "lib/text", "lib/formats", "lib/contract"];

/** The shared kits of components, lowest first: each may import those before it. */
const KITS = ["ui", "layout", "charts", "time", "evidence", "map", "entry", "query-bar"].map(
  (kit) => `components/${kit}`,
);

/**
 * The order of lib/server, lowest level first: a folder may import itself and those of the levels before it. The files
 * outside of folders are below all levels.
 */
const SERVER_LEVELS = [
  ["text", "database"],
  ["log"],
  ["audit", "registry"],
  ["ledger", "queue"],
  ["accounts", "desk", "mail", "redaction", "releases", "webhooks"],
  ["import"],
  ["http"],
].map((level) => level.map((folder) => `lib/server/${folder}`));

const SERVER_FOLDERS = SERVER_LEVELS.flat();

/** What a folder may import: the product's folders and packages. */
interface Rule {
  readonly folder: string;
  readonly own: readonly string[];
  /** Folders of which it may import types alone. */
  readonly types?: readonly string[];
  readonly packages: "any" | readonly string[];
}

const kitRule = (folder: string, level: number): Rule => ({
  folder,
  own: [...(level === 0 ? ["lib/text"] : [...PURE, "lib/client"]), ...KITS.slice(0, level + 1)],
  types: ["lib/server"],
  packages: "any",
});

const features = fs
  .readdirSync(path.join(ROOT, "components/features"))
  .map((feature) => `components/features/${feature}`);

/** The rules of the whole house: written here and checked here, nowhere else. */
const RULES: readonly Rule[] = [
  ...CORE_ROOMS.map((folder) => ({ folder, own: CORE_ROOMS, packages: [] })),
  {
    folder: "lib/text",
    own: [...CORE_ROOMS, "lib/contract", "lib/text"],
    packages: ["next-intl", "use-intl"],
  },
  {
    folder: "lib/formats",
    own: PURE,
    packages: ["csv-stringify", "hyparquet-writer", "ical-generator", "node:stream", "yazl"],
  },
  { folder: "lib/contract", own: PURE, packages: ["zod"] },
  { folder: "lib/client", own: [...PURE, "lib/client"], packages: "any" },
  ...SERVER_LEVELS.flatMap((level, index) =>
    level.map((folder) => ({
      folder,
      own: [...PURE, "prisma/generated", ...SERVER_LEVELS.slice(0, index).flat(), folder],
      packages: "any" as const,
    })),
  ),
  { folder: "lib/server", own: [...PURE, "prisma/generated"], packages: "any" },
  ...KITS.map(kitRule),
  // A feature never imports another feature.
  ...features.map((folder) => ({
    folder,
    own: [...PURE, "lib/client", ...KITS, folder],
    types: ["lib/server"],
    packages: "any" as const,
  })),
  {
    folder: "app",
    own: [...PURE, "lib/client", "lib/server", "components", "app"],
    packages: "any",
  },
  { folder: "seed", own: [...PURE, "lib/server", "seed", "prisma/generated"], packages: "any" },
];

const isBelow = (file: string, folder: string) => file.startsWith(`${folder}/`);
const ruleOf = (file: string) => RULES.find(({ folder }) => isBelow(file, folder));

/** May a file of lib/server import it from any level: is it a file outside of the folders? */
const isBelowLevels = (file: string) => /^lib\/server\/[^/]+$/.test(file);

/** `csv-stringify/sync` is of the package `csv-stringify`. */
const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

function offences(file: SourceFile): string[] {
  const rule = ruleOf(file.path);
  if (!rule) return [];
  return file.imports.flatMap(({ specifier, target, typeOnly }) => {
    if (target !== null) {
      const folders = typeOnly ? [...rule.own, ...(rule.types ?? [])] : rule.own;
      const allowed =
        folders.some((folder) => isBelow(target, folder)) ||
        (isBelow(file.path, "lib/server") && isBelowLevels(target));
      return allowed ? [] : [`${file.path} imports ${target}`];
    }
    if (rule.packages === "any" || rule.packages.includes(packageOf(specifier))) return [];
    return [`${file.path} imports the package ${specifier}`];
  });
}

describe("the import graph", () => {
  test("has the files", () => {
    expect(graph.size).toBeGreaterThan(100);
    expect(graph.get("lib/evidence/resolve.ts")?.imports.length).toBeGreaterThan(0);
  });

  test("leads everywhere to a file", () => {
    // A client of the API is generated where its usage is tested.
    const files = [...graph.values()].filter(({ path }) => !path.startsWith("tests/openapi/"));
    const lost = files.flatMap((file) =>
      file.imports
        .filter(({ specifier, target }) => target === null && /^(\.|@\/)/.test(specifier))
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
    expect(lost).toEqual([]);
  });

  test("every import keeps to the rules", () => {
    expect([...graph.values()].flatMap(offences)).toEqual([]);
  });

  test("every folder of components and lib has a rule", () => {
    const unruled = [...graph.values()].filter(
      (file) => /^(components|lib)\//.test(file.path) && !ruleOf(file.path),
    );
    expect(unruled.map((file) => file.path)).toEqual([]);
  });

  test("every folder of lib/server has a level", () => {
    const folders = fs
      .readdirSync(path.join(ROOT, "lib/server"), { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? [`lib/server/${entry.name}`] : []));
    expect(folders.sort()).toEqual([...SERVER_FOLDERS].sort());
  });

  test("has no cycle", () => {
    expect(findCycle(graph)).toBeNull();
  });

  test("keeps the reader's language out of the API, files, feeds, embeds and cards, which are the same for all", () => {
    const handlers = [...graph.keys()].filter(
      (file) => /^app\/(?:.+\/)?route\.tsx?$/.test(file) || isBelow(file, "lib/server/http"),
    );
    expect(handlers).toContain("app/og/[[...path]]/route.tsx");
    expect(handlers).toContain("lib/server/http/read-route.ts");
    expect(graph.has("lib/server/text/page-text.ts")).toBe(true);
    const ofPages = handlers.filter((file) =>
      reachFrom(graph, [file]).has("lib/server/text/page-text.ts"),
    );
    expect(ofPages).toEqual([]);
  });

  test("keeps zod and the server out of what the browser loads", () => {
    const reach = clientReach(graph);
    expect(reach.size).toBeGreaterThan(0);
    // Also components that only the server renders today.
    const parts = [...graph.keys()].filter(
      (file) => isBelow(file, "components") || isBelow(file, "lib/client"),
    );
    const loaded = new Set([...reach, ...reachFrom(graph, parts)]);
    const heavy = [...loaded].flatMap((file) =>
      (graph.get(file)?.imports ?? [])
        .filter(({ specifier, typeOnly }) => !typeOnly && packageOf(specifier) === "zod")
        .map(() => file),
    );
    expect(heavy).toEqual([]);
    expect([...reach].filter((file) => isBelow(file, "lib/server"))).toEqual([]);
  });
});

describe("what a browser loads with a page", () => {
  const frame = ["app/layout.tsx", "app/(site)/layout.tsx", "app/(site)/error.tsx"];

  test("the frame of every page brings neither the catalogue nor numbers, sessions or the popover", () => {
    const loaded = firstLoad(graph, frame);
    expect(loaded).toContain("components/layout/header-controls.tsx");
    const heavy = [
      "lib/text/catalogue-text.ts",
      "lib/text/plain-text.ts",
      "lib/catalogue/zone-fields.ts",
      "lib/client/session.ts",
      "components/evidence/evidence-panel.tsx",
    ];
    expect(heavy.filter((file) => !graph.has(file))).toEqual([]);
    expect(heavy.filter((file) => loaded.has(file))).toEqual([]);
  });

  test.each([
    "sign-in",
    "set-up",
    "set-password",
    "account",
    "alerts",
    "zones/[slug]",
    "sources",
    "sources/[id]",
    "compare",
    "method",
    "glossary",
    "data",
  ])("/%s does not bring the catalogue", (page) => {
    const loaded = firstLoad(graph, [...frame, `app/(site)/${page}/page.tsx`]);
    expect(loaded).toContain("components/layout/header-controls.tsx");
    expect(loaded).not.toContain("lib/text/catalogue-text.ts");
    expect(loaded).not.toContain("lib/catalogue/zone-fields.ts");
  });
});

describe("the files", () => {
  const product = [...graph.values()].filter(({ path: file }) => !isBelow(file, "tests"));

  test("none only passes on what others export", () => {
    expect(product.filter((file) => file.isBarrel).map((file) => file.path)).toEqual([]);
  });

  test("each is named after what it exports", () => {
    const vague = product.filter(({ path: file }) =>
      /(^|\/)(utils?|helpers?|common|misc|index)\.[a-z]+$/.test(file),
    );
    expect(vague.map((file) => file.path)).toEqual([]);
  });

  test("nothing stands at the top but what is agreed", () => {
    const AGREED = [
      "app",
      "components",
      "prisma",
      "lib",
      "seed",
      "tests",
      "public",
      "scripts",
      "docs",
      "ops",
      "clients",
    ];
    const made = ["node_modules", "coverage", "test-results", "playwright-report"];
    const folders = fs
      .readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
      .map((entry) => entry.name)
      .filter((name) => !made.includes(name));
    expect(folders.sort()).toEqual(AGREED.sort());
  });
});
