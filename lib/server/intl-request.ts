import "server-only";
import { getRequestConfig } from "next-intl/server";
import { messagesFor } from "@/lib/text/messages";
import { textLocale } from "./env";

/** What next-intl asks for on each request: the language is a setting and not part of the address. */
export default getRequestConfig(async () => {
  const locale = textLocale();
  return { locale, messages: messagesFor(locale), timeZone: "Asia/Karachi" };
});
