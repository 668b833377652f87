import checked from "./messages/zh/checked.json";
import languages from "./messages/zh/languages.json";
import layout from "./messages/zh/layout.json";
import type { Translation } from "./translation";

/** The Chinese messages, one namespace a file. */
export const CHINESE: Translation = {
  messages: { languages, layout },
  checked,
};
