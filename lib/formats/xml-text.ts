/** Characters that XML 1.0 has no way to write: most control characters, lone surrogates, U+FFFE, U+FFFF. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/**
 * Any text, written so that it can stand in an element or in a double-quoted attribute of an XML file.
 * Characters that XML cannot hold are left out.
 */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}
