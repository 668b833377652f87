import "server-only";
import { headers } from "next/headers";
import { PATH_HEADER } from "@/lib/contract/path-header";

/**
 * The part of the path after a prefix, up to the next slash, decoded: `foo` of `/zones/foo/evidence` after `/zones/`. As it
 * is where its escapes are broken; empty where the path begins otherwise.
 */
export async function pathPartAfter(prefix: string): Promise<string> {
  const path = (await headers()).get(PATH_HEADER) ?? "";
  if (!path.startsWith(prefix)) return "";
  const [part = ""] = path.slice(prefix.length).split("/");
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
