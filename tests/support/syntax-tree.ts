import fs from "node:fs";
import { type Node, parseSync } from "oxc-parser";

/** A node of a file's syntax with those above it, nearest first. */
export interface Placed {
  readonly node: Node;
  readonly above: readonly Node[];
}

/** Every node of a TypeScript file. */
export function listNodes(file: string): { nodes: Placed[]; source: string } {
  const source = fs.readFileSync(file, "utf8");
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const nodes: Placed[] = [];
  const visit = (node: Node, above: readonly Node[]) => {
    nodes.push({ node, above });
    const below = [node, ...above];
    for (const part of Object.values(node)) {
      for (const child of Array.isArray(part) ? part : [part]) {
        if (isNode(child)) visit(child, below);
      }
    }
  };
  visit(program, []);
  return { nodes, source };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** Line of a position in a file, from 1. */
export function lineAt(source: string, position: number): number {
  return source.slice(0, position).split("\n").length;
}

/** Source files below a folder, in order. */
export function listSources(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return listSources(file);
      return /\.tsx?$/.test(entry.name) ? [file] : [];
    })
    .sort();
}
