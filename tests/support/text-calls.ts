import path from "node:path";
import type { Node } from "oxc-parser";
import { lineAt, listNodes, listSources } from "./syntax-tree";

/** A call such as `text.t("zones.title", { name })`. */
export interface TextCall {
  /** File from the root, and line. */
  readonly at: string;
  readonly file: string;
  /** Key of the message; null where it is made in the call, see `namespace`. */
  readonly key: string | null;
  /** The key, or its fixed start up to a hole; null where it names no namespace. */
  readonly start: string | null;
  /** The namespace of the message; null where the key has no fixed start. */
  readonly namespace: string | null;
  /** Names of the values given; null where they cannot be read from the call. */
  readonly given: readonly string[] | null;
  /** The values that are made by a function: name of the value, and of the function. */
  readonly made: readonly { readonly name: string; readonly by: string }[];
}

/** The calls of `t`, `t.rich` and `t.markup` in the files below a folder. */
export function listTextCalls(root: string, folder: string): TextCall[] {
  return listSources(path.join(root, folder)).flatMap((file) => {
    const { nodes, source } = listNodes(file);
    const name = path.relative(root, file).split(path.sep).join("/");
    return nodes.flatMap(({ node }): TextCall[] => {
      if (node.type !== "CallExpression" || !isTranslate(node.callee)) return [];
      const [first, second] = node.arguments;
      if (!first) return [];
      const start = keyStart(first);
      const key = first.type === "Literal" ? start : null;
      const at = `${name}:${lineAt(source, node.start)}`;
      const namespace = start?.includes(".") ? (start.split(".")[0] ?? null) : null;
      return [
        {
          at,
          file: name,
          key,
          start: namespace === null ? null : start,
          namespace,
          given: givenNames(second),
          made: madeValues(second),
        },
      ];
    });
  });
}

/** Is it `t`, `text.t`, `t.rich`, `text.t.rich` …? */
function isTranslate(callee: Node): boolean {
  if (callee.type === "Identifier") return callee.name === "t";
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return false;
  const { name } = callee.property;
  return name === "t" || (["rich", "markup"].includes(name) && isTranslate(callee.object));
}

/** The key, or the fixed start of a key that is a template; null for anything else. */
function keyStart(node: Node): string | null {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  return node.type === "TemplateLiteral" ? (node.quasis[0]?.value.cooked ?? null) : null;
}

function givenNames(values: Node | undefined): string[] | null {
  if (values === undefined) return [];
  if (values.type !== "ObjectExpression") return null;
  const names = values.properties.map((property) =>
    property.type === "Property" && !property.computed && property.key.type === "Identifier"
      ? property.key.name
      : null,
  );
  return names.every((name) => name !== null) ? names : null;
}

function madeValues(values: Node | undefined): { name: string; by: string }[] {
  if (values?.type !== "ObjectExpression") return [];
  return values.properties.flatMap((property) => {
    if (property.type !== "Property" || property.key.type !== "Identifier") return [];
    const { key, value } = property;
    if (value.type !== "CallExpression") return [];
    const by = value.callee.type === "MemberExpression" ? value.callee.property : value.callee;
    return by.type === "Identifier" ? [{ name: key.name, by: by.name }] : [];
  });
}

/** The namespaces, or parts of them, that files give to the browser with `<FeatureText namespaces={[…]}>`, by file. */
export function listGivenNamespaces(
  root: string,
  folders: readonly string[],
): Map<string, string[]> {
  const files = folders.flatMap((folder) => listSources(path.join(root, folder)));
  return new Map(
    files.map((file) => {
      const { nodes } = listNodes(file);
      const names = nodes.flatMap(({ node, above }) => {
        if (node.type !== "Literal" || typeof node.value !== "string") return [];
        return above.slice(0, 4).some(isNamespacesAttribute) ? [node.value] : [];
      });
      return [path.relative(root, file).split(path.sep).join("/"), names];
    }),
  );
}

function isNamespacesAttribute(node: Node): boolean {
  return node.type === "JSXAttribute" && node.name.name === "namespaces";
}

/** Where code names messages: whole keys, and templates whose holes are filled when they are called. */
export interface NamedMessages {
  readonly texts: ReadonlySet<string>;
  readonly templates: readonly RegExp[];
}

/**
 * Every text and every name of a property in the files below some folders, and the templates that start
 * with a namespace. A hole of a template matches only what is written somewhere as a text or a name; two
 * holes side by side match anything.
 */
export function readNamedMessages(
  root: string,
  folders: readonly string[],
  namespaces: readonly string[],
): NamedMessages {
  const texts = new Set<string>();
  const templates = new Map<string, RegExp>();
  for (const file of folders.flatMap((folder) => listSources(path.join(root, folder)))) {
    for (const { node } of listNodes(file).nodes) {
      if (node.type === "Literal") texts.add(String(node.value));
      if (node.type === "Property" && node.key.type === "Identifier") texts.add(node.key.name);
      if (node.type !== "TemplateLiteral") continue;
      const parts = node.quasis.map(({ value }) => value.cooked ?? value.raw);
      const namespace = parts[0]?.includes(".") ? parts[0].split(".")[0] : undefined;
      if (namespace === undefined || !namespaces.includes(namespace)) continue;
      const pattern = parts
        .map((part) => part.replaceAll(".", "\\."))
        .join("([\\w.-]+)")
        .replace(/(\(\[\\w\.-\]\+\)){2,}/g, "[\\w.-]+");
      templates.set(pattern, new RegExp(`^${pattern}$`));
    }
  }
  return { texts, templates: [...templates.values()] };
}

/** Does code name this message? */
export function isNamed(key: string, { texts, templates }: NamedMessages): boolean {
  if (texts.has(key)) return true;
  return templates.some((template) => {
    const holes = template.exec(key)?.slice(1);
    return holes?.every(
      (hole) => texts.has(hole) || hole.split(".").every((part) => texts.has(part)),
    );
  });
}
