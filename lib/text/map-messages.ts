import { ISOLATE, RIGHT_TO_LEFT_MARK } from "./isolate";

/** Kinds of nodes in a compiled message that have branches: select, plural, selectordinal. */
const BRANCHING = [1, 2, 3];

/** What becomes of the parts of a message. Tags, quoted parts and the keys of plurals and selects stay as they are. */
interface MessageChange {
  readonly words?: (words: string) => string;
  /** Put before and after each value. */
  readonly around?: readonly [string, string];
  /** Put before a message that begins with a value or tag. */
  readonly start?: string;
}

/**
 * Changes every message of a tree.
 * @param messages ICU texts, or the arrays that the build makes of them (icu-minify)
 */
export function mapMessages<T>(messages: T, change: MessageChange): T;
export function mapMessages(messages: unknown, change: MessageChange): unknown {
  const { start = "" } = change;
  if (typeof messages === "string") {
    return (/^[{<]/.test(messages) ? start : "") + readMessage(messages, 0, change).text;
  }
  if (Array.isArray(messages)) {
    const nodes = mapNodes(messages, change);
    return start !== "" && typeof messages[0] !== "string" ? [start, ...nodes] : nodes;
  }
  return mapValues(messages, (part) => mapMessages(part, change));
}

/** Messages of a language that is written from right to left: each value keeps the direction that it has. */
export const forRightToLeft = <T>(messages: T): T =>
  mapMessages(messages, { around: ISOLATE, start: RIGHT_TO_LEFT_MARK });

/** Changes every text of a tree. */
export function mapTexts<T>(texts: T, change: (text: string) => string): T;
export function mapTexts(texts: unknown, change: (text: string) => string): unknown {
  if (typeof texts === "string") return change(texts);
  if (Array.isArray(texts)) return texts.map((text) => mapTexts(text, change));
  return mapValues(texts, (part) => mapTexts(part, change));
}

function mapValues(value: unknown, change: (part: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part)]));
}

function mapNodes(nodes: readonly unknown[], change: MessageChange): unknown[] {
  return nodes.flatMap((node) => mapNode(node, change));
}

/**
 * A node of a compiled message: words, `0` for the number of a plural, `[name]`, `[name, kind, …]`, or
 * a tag `[name, ...nodes]`.
 */
function mapNode(node: unknown, change: MessageChange): unknown[] {
  const { words, around } = change;
  if (typeof node === "string") return [words ? words(node) : node];
  if (!Array.isArray(node)) return [node];
  if (node.length === 1) return around ? [around[0], node, around[1]] : [node];
  const [name, kind, ...rest] = node;
  if (typeof kind !== "number" || kind === 0) return [[name, ...mapNodes(node.slice(1), change)]];
  if (!BRANCHING.includes(kind)) return [node];
  const branch = (part: unknown) => {
    if (Array.isArray(part)) return mapNodes(part, change);
    const [only] = mapNode(part, change);
    return only;
  };
  return [[name, kind, mapValues(rest[0], branch)]];
}

/** A part that was read: what it becomes, and where the next part starts. */
interface Part {
  readonly text: string;
  readonly end: number;
}

const BRANCHES = /\{\s*[\w-]+\s*,\s*(?:plural|select|selectordinal)\s*,/y;
const BRANCH_HEAD = /\s*(?:=\d+|[\w-]+)\s*\{/y;
const ARGUMENT = /\{[^{}]*\}/y;
const TAG = /<[^<>]*>/y;
const QUOTED = /''|'[{}<>#][^']*(?:''[^']*)*'?/y;
const WORDS = /(?:[^{}<']|'(?![{}<>#']))+/y;

/** Reads words, arguments and tags up to the end of the text or of the branch they are in. */
function readMessage(message: string, start: number, change: MessageChange): Part {
  let text = "";
  let end = start;
  while (end < message.length && message[end] !== "}") {
    const part = readPart(message, end, change);
    text += part.text;
    end = part.end;
  }
  return { text, end };
}

function readPart(message: string, start: number, change: MessageChange): Part {
  const branches = matchAt(BRANCHES, message, start);
  if (branches !== null) return readBranches(message, start, branches, change);
  const value = matchAt(ARGUMENT, message, start);
  if (value !== null) {
    const end = start + value.length;
    const [before, after] = change.around ?? ["", ""];
    return { text: before + value + after, end };
  }
  const fixed = matchAt(TAG, message, start) ?? matchAt(QUOTED, message, start);
  if (fixed !== null) return { text: fixed, end: start + fixed.length };
  const words = matchAt(WORDS, message, start) ?? message.charAt(start);
  return { text: change.words ? change.words(words) : words, end: start + words.length };
}

function readBranches(message: string, start: number, head: string, change: MessageChange): Part {
  let text = head;
  let end = start + head.length;
  for (
    let key = matchAt(BRANCH_HEAD, message, end);
    key !== null;
    key = matchAt(BRANCH_HEAD, message, end)
  ) {
    const branch = readMessage(message, end + key.length, change);
    text += `${key}${branch.text}}`;
    end = branch.end + 1;
  }
  const close = message.indexOf("}", end) + 1 || message.length;
  return { text: text + message.slice(end, close), end: close };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
