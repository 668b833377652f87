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

const PLAIN = "aeiouycnszgdlrtAEIOUYCNSZGDLRT";
const ACCENTED = "áéíóúýçñšžğđłřţÁÉÍÓÚÝÇÑŠŽĞĐŁŘŢ";
const ACCENTS = new Map([...PLAIN].map((letter, at) => [letter, ACCENTED[at]]));

/** Other languages need about this much more room than English. */
const GROWTH = 0.35;

/**
 * Plain text with accents, each word about 35% longer: "Zones" is "Žóñéš~~". The letters that are added
 * follow their word, so that lines break as in another language. A text without letters stays as it is.
 */
export function pseudoWords(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => {
      const letters = word.match(/\p{L}/gu)?.length ?? 0;
      const accented = [...word].map((letter) => ACCENTS.get(letter) ?? letter).join("");
      return accented + "~".repeat(Math.round(letters * GROWTH));
    })
    .join("");
}

/** An ICU text in the test language; arguments, tags, quoted parts and keys stay as they are. */
function pseudoIcu(message: string): string {
  return readMessage(message, 0).text;
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
function readMessage(message: string, start: number): Part {
  let text = "";
  let end = start;
  while (end < message.length && message[end] !== "}") {
    const part = readPart(message, end);
    text += part.text;
    end = part.end;
  }
  return { text, end };
}

function readPart(message: string, start: number): Part {
  const branches = matchAt(BRANCHES, message, start);
  if (branches !== null) return readBranches(message, start, branches);
  const fixed =
    matchAt(ARGUMENT, message, start) ??
    matchAt(TAG, message, start) ??
    matchAt(QUOTED, message, start);
  if (fixed !== null) return { text: fixed, end: start + fixed.length };
  const words = matchAt(WORDS, message, start) ?? message.charAt(start);
  return { text: pseudoWords(words), end: start + words.length };
}

function readBranches(message: string, start: number, head: string): Part {
  let text = head;
  let end = start + head.length;
  for (
    let key = matchAt(BRANCH_HEAD, message, end);
    key !== null;
    key = matchAt(BRANCH_HEAD, message, end)
  ) {
    const branch = readMessage(message, end + key.length);
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
