import "server-only";
import { getRequestConfig } from "next-intl/server";
import { messagesFor } from "@/lib/text/messages";
import { pageLocale } from "./page-text";

/** What next-intl asks for on each request of a page. */
export default getRequestConfig(async () => {
  const locale = await pageLocale();
  return { locale, messages: messagesFor(locale), timeZone: "Asia/Karachi" };
});
