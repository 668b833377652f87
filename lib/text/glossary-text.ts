import { GLOSSARY, type GlossaryKey } from "@/lib/catalogue/terms";
import type { Text } from "./text";

/** A term of the glossary in the language of `text`. Loads every term: in the browser only on demand. */
export function glossaryTerm(
  text: Text,
  key: GlossaryKey,
): { readonly label: string; readonly definition: string } {
  const { label, definition } = GLOSSARY[key];
  return { label, definition, ...text.translatedTerm(key) };
}
