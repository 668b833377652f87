import type { Messages as EnglishMessages } from "./english-messages";
import type { Locale as LocaleKey } from "./locales";

/** Makes the keys of messages and the languages known to the types of next-intl and use-intl. */
declare module "use-intl" {
  interface AppConfig {
    Locale: LocaleKey;
    Messages: EnglishMessages;
  }
}
