import { pseudoWords } from "./pseudo-words";

/** An ICU text in the test language; arguments, tags, quoted parts and keys stay as they are. */
export function pseudoIcu(message: string): string {
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
