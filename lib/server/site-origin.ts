import "server-only";
import { headers } from "next/headers";
import { env } from "./env";

/** Scheme and host by which the reader of a page came here, unless the settings name the site's own. */
export async function siteOrigin(): Promise<string> {
  const { BASE_URL } = env();
  if (BASE_URL) return BASE_URL;
  const host = (await headers()).get("host");
  return host ? `http://${host}` : "";
}
