import checked from "./messages/ur/checked.json";
import languages from "./messages/ur/languages.json";
import layout from "./messages/ur/layout.json";
import type { Translation } from "./translation";

/** The Urdu messages, one namespace a file. */
export const URDU: Translation = {
  messages: { languages, layout },
  checked,
};
