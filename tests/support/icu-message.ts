import compile from "icu-minify/compile";

/** What a message needs: the names of its values and of its tags. */
export interface MessageNeeds {
  readonly values: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

/** A message as the build compiles it. @throws where it is no ICU message */
export function compileMessage(message: string): unknown {
  return compile(message);
}

/** The values and tags of a message. @throws where it is no ICU message */
export function readNeeds(message: string): MessageNeeds {
  const values = new Set<string>();
  const tags = new Set<string>();
  const visitAll = (nodes: unknown) => {
    for (const node of Array.isArray(nodes) ? nodes : [nodes]) visit(node);
  };
  const visit = (node: unknown) => {
    if (!Array.isArray(node)) return;
    const [name, kind, options] = node;
    if (node.length > 1 && (typeof kind !== "number" || kind === 0)) {
      tags.add(name);
      visitAll(node.slice(1));
      return;
    }
    values.add(name);
    if (kind === 1 || kind === 2 || kind === 3) {
      for (const branch of Object.values(options)) visitAll(branch);
    }
  };
  const compiled = compile(message);
  if (typeof compiled !== "string") visitAll(compiled);
  return { values, tags };
}

/** The branches of a message: the keys of its plurals, and of its selects by the value that they look at. */
export interface MessageBranches {
  readonly plurals: ReadonlySet<string>;
  readonly selects: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The keys of the branches of a message. @throws where it is no ICU message */
export function readBranches(message: string): MessageBranches {
  const plurals = new Set<string>();
  const selects = new Map<string, Set<string>>();
  const visit = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    const [name, kind, options] = node;
    if (kind !== 1 && kind !== 2) {
      node.forEach(visit);
      return;
    }
    const keys = Object.keys(options);
    if (kind === 2) for (const key of keys) plurals.add(key);
    else selects.set(name, new Set([...(selects.get(name) ?? []), ...keys]));
    Object.values(options).forEach(visit);
  };
  visit(compile(message));
  return { plurals, selects };
}

/** Every message of a tree by its key, such as `common.count.zones`. */
export function listMessages(tree: object, above = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const path = above === "" ? key : `${above}.${key}`;
    return typeof value === "string" ? [[path, value]] : listMessages(value, path);
  });
}
