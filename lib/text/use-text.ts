import { useLocale, useMessages } from "next-intl";
import { createText, type Text } from "./text";

/**
 * The text of the page's language, for client components and for server components that are not
 * async. A client component that shows no field, term or value takes `usePlainText`.
 */
export function useText(): Text {
  return createText(useLocale(), useMessages());
}
