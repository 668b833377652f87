import { usePathname } from "next/navigation";
import { splitLanguage } from "@/lib/text/reader-language";

/** The path of the page shown, without the language before it. The server and the browser give the same. */
export function usePath(): string {
  return splitLanguage(usePathname()).rest;
}
