import type { Namespace } from "./english-messages";
import type { TextMessages } from "./text";

/** Who checked a namespace, and on which day. */
interface Check {
  readonly by: string;
  readonly on: string;
}

/** What a language has of its own. A namespace is translated as a whole or not at all. */
export interface Translation {
  /** The namespaces that are translated, and the words of the catalogue; English stands in for the others. */
  readonly messages: Partial<TextMessages>;
  /** The namespaces that a native reader has checked, from `messages/<locale>/checked.json`. */
  readonly checked: Readonly<{ [K in Namespace | "catalogue"]?: Check }>;
}

/** Has a native reader checked every namespace that is translated? */
export function isChecked({ messages, checked }: Translation): boolean {
  return Object.keys(messages).every((namespace) => Object.hasOwn(checked, namespace));
}
