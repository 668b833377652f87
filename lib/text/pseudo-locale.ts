import { pseudoIcu } from "./pseudo-icu";
import { pseudoWords } from "./pseudo-words";

/** Kinds of nodes in a compiled message that have branches: select, plural, selectordinal. */
const BRANCHING = [1, 2, 3];

/**
 * Every message of a tree of messages in the test language: words have accents and are about 35%
 * longer; arguments, tags and the keys of plurals and selects stay as they are.
 * @param messages ICU texts, or the arrays that the build makes of them (icu-minify)
 */
export function pseudoMessages<T>(messages: T): T;
export function pseudoMessages(messages: unknown): unknown {
  if (typeof messages === "string") return pseudoIcu(messages);
  if (Array.isArray(messages)) return messages.map(pseudoNode);
  return mapValues(messages, pseudoMessages);
}

/** Plain texts, such as the words of the catalogue, in the test language. */
export function pseudoTexts<T>(texts: T): T;
export function pseudoTexts(texts: unknown): unknown {
  if (typeof texts === "string") return pseudoWords(texts);
  if (Array.isArray(texts)) return texts.map(pseudoTexts);
  return mapValues(texts, pseudoTexts);
}

function mapValues(value: unknown, change: (part: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}

/**
 * A node of a compiled message: words, `0` for the number of a plural, `[name]`, `[name, kind, …]`, or
 * a tag `[name, ...nodes]`.
 */
function pseudoNode(node: unknown): unknown {
  if (typeof node === "string") return pseudoWords(node);
  if (!Array.isArray(node) || node.length === 1) return node;
  const [name, kind, ...rest] = node;
  if (typeof kind !== "number" || kind === 0) return [name, ...node.slice(1).map(pseudoNode)];
  if (!BRANCHING.includes(kind)) return node;
  const branch = (part: unknown) => (Array.isArray(part) ? part.map(pseudoNode) : pseudoNode(part));
  return [name, kind, mapValues(rest[0], branch)];
}
