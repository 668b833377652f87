/** Characters that XML 1.0 cannot contain: most control characters, lone surrogates, U+FFFE, U+FFFF. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/**
 * A text escaped for an element or a double-quoted attribute of an XML file. Characters that XML cannot
 * contain are removed.
 */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}
