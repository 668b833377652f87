import fs from "node:fs";
import path from "node:path";

/** One import as it stands in a file. */
export interface Import {
  specifier: string;
  /** The file it leads to, from the root; null for a package. */
  target: string | null;
  /** Erased by the compiler. */
  typeOnly: boolean;
  /** Loaded when it is called for: `import("…")`. */
  isLazy: boolean;
}

/** A file of the product and what it imports. */
export interface SourceFile {
  /** From the root. */
  path: string;
  imports: Import[];
  /** Begins with "use client". */
  isClient: boolean;
  /** Has exports, all of them another file's. */
  isBarrel: boolean;
}

/** Files by their path from the root. */
export type ImportGraph = ReadonlyMap<string, SourceFile>;

const EXTENSIONS = [".ts", ".tsx", ".mjs"];

const STATIC_IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[\w*${}\s,]+?\s+from\s+)?["']([^"']+)["']/gm;
const DYNAMIC_IMPORT = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** Without comments, in which an example may import anything. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

function listFiles(root: string, folder: string): string[] {
  if (!fs.existsSync(path.join(root, folder))) return [];
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(root, file);
    return EXTENSIONS.includes(path.extname(entry.name)) ? [file] : [];
  });
}

/** The file that a specifier leads to; null for a package and for a file that is not there. */
function findTarget(root: string, from: string, specifier: string): string | null {
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? path.posix.join(path.posix.dirname(from), specifier)
      : null;
  if (base === null) return null;
  const candidates = [base, ...EXTENSIONS.map((extension) => base + extension)];
  const found = candidates.find((file) =>
    fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile(),
  );
  return found ?? null;
}

function readFile(root: string, file: string): SourceFile {
  const text = withoutComments(fs.readFileSync(path.join(root, file), "utf8"));
  const found = [
    ...[...text.matchAll(STATIC_IMPORT)].map(([, type, specifier = ""]) => ({
      specifier,
      typeOnly: type !== undefined,
      isLazy: false,
    })),
    ...[...text.matchAll(DYNAMIC_IMPORT)].map(([, specifier = ""]) => ({
      specifier,
      typeOnly: false,
      isLazy: true,
    })),
  ];
  const exports = [...text.matchAll(/^export\b.*$/gm)];
  const passedOn = [...text.matchAll(/^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*?\sfrom\s/gm)];
  return {
    path: file,
    imports: found.map(({ specifier, typeOnly, isLazy }) => ({
      specifier,
      typeOnly,
      isLazy,
      target: findTarget(root, file, specifier),
    })),
    isClient: /^\s*["']use client["']/.test(text),
    isBarrel: exports.length > 0 && passedOn.length === exports.length,
  };
}

/** Reads every source file below the folders, with what it imports. */
export function readImportGraph(root: string, folders: string[]): ImportGraph {
  const files = folders.flatMap((folder) => listFiles(root, folder));
  return new Map(files.map((file) => [file, readFile(root, file)]));
}

/** The files that an import of the value kind leads to, in the graph. */
function neighbours(graph: ImportGraph, file: string): string[] {
  return (graph.get(file)?.imports ?? []).flatMap(({ target, typeOnly }) =>
    target !== null && !typeOnly && graph.has(target) ? [target] : [],
  );
}

/** A way round, as the files on it with the first at the end again; null where there is none. */
export function findCycle(graph: ImportGraph): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, way: string[]): string[] | null => {
    const at = way.indexOf(file);
    if (at >= 0) return [...way.slice(at), file];
    if (done.has(file)) return null;
    for (const next of neighbours(graph, file)) {
      const cycle = visit(next, [...way, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}

/** A file and every file that it leads to. */
export function reachFrom(graph: ImportGraph, starts: readonly string[]): Set<string> {
  const reach = new Set<string>();
  const waiting = [...starts];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reach.has(file)) continue;
    reach.add(file);
    waiting.push(...neighbours(graph, file));
  }
  return reach;
}

/** The files that a browser loads with a page before it is used, by the page and its layouts. */
export function firstLoad(graph: ImportGraph, page: readonly string[]): Set<string> {
  const eager: ImportGraph = new Map(
    [...graph].map(([file, source]) => [
      file,
      { ...source, imports: source.imports.filter(({ isLazy }) => !isLazy) },
    ]),
  );
  const clients = [...reachFrom(eager, page)].filter((file) => graph.get(file)?.isClient);
  return reachFrom(eager, clients);
}

/** Every file that may end up in the browser: what begins with "use client", and all that it imports. */
export function clientReach(graph: ImportGraph): Set<string> {
  const starts = [...graph.values()].filter((file) => file.isClient).map((file) => file.path);
  return reachFrom(graph, starts);
}
