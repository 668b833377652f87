import type { createTranslator } from "use-intl/core";
import type { Messages } from "./english-messages";
import type { IntlFormats } from "./locales";

/** Gives a message by its key, such as `t("explorer.title")`; `t.rich` for messages with tags. */
export type Translate = ReturnType<typeof createTranslator<Messages>>;

/** What the parts of `Text` are made from. */
export interface TextBase {
  readonly t: Translate;
  readonly intl: IntlFormats;
}
