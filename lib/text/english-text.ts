import { ENGLISH_MESSAGES } from "./english-messages";
import { createText, type Text } from "./text";

/** English, for scripts and tests. Not for the browser: it holds every message. */
export const englishText: Text = createText("en", ENGLISH_MESSAGES);
