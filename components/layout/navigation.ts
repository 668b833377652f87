import type { Route } from "next";
import type { Messages } from "@/lib/text/english-messages";

/** What of the address a link keeps: the scope and the moment, the moment alone, or nothing. */
type PreservedParams = "scope" | "moment" | "nothing";

/** A page in the main navigation. */
export interface NavigationPage {
  readonly href: Route;
  /** Key of its name in `layout.navigation.pages`. */
  readonly name: keyof Messages["layout"]["navigation"]["pages"];
  readonly keeps: PreservedParams;
}

interface NavigationGroup {
  /** Key of its name in `layout.navigation.groups`. */
  readonly name: keyof Messages["layout"]["navigation"]["groups"];
  readonly pages: readonly NavigationPage[];
}

/** The main navigation, in reading order. */
export const NAVIGATION: readonly NavigationGroup[] = [
  {
    name: "zones",
    pages: [
      { href: "/", name: "explorer", keeps: "scope" },
      { href: "/overview", name: "overview", keeps: "moment" },
      { href: "/compare", name: "compare", keeps: "moment" },
    ],
  },
  {
    name: "analysis",
    pages: [
      { href: "/readiness", name: "readiness", keeps: "scope" },
      { href: "/dependence", name: "dependence", keeps: "scope" },
      { href: "/investors", name: "investors", keeps: "scope" },
      { href: "/gaps", name: "gaps", keeps: "scope" },
    ],
  },
  {
    name: "records",
    pages: [
      { href: "/changes", name: "changes", keeps: "moment" },
      { href: "/events", name: "events", keeps: "scope" },
      { href: "/sources", name: "sources", keeps: "nothing" },
      { href: "/context", name: "context", keeps: "scope" },
    ],
  },
  {
    name: "about",
    pages: [
      { href: "/data", name: "data", keeps: "nothing" },
      { href: "/method", name: "method", keeps: "nothing" },
      { href: "/glossary", name: "glossary", keeps: "nothing" },
    ],
  },
];

const PARAMS: Readonly<Record<PreservedParams, readonly string[]>> = {
  scope: ["scope", "asOf", "knownOn"],
  moment: ["asOf", "knownOn"],
  nothing: [],
};

/** Whether `path` is the page or below it. The zones' pages are below the explorer. */
export function isCurrent({ href }: NavigationPage, path: string): boolean {
  if (href === "/") return path === "/" || path.startsWith("/zones/");
  return path === href || path.startsWith(`${href}/`);
}

/** The page's address for a reader who is at `search`: it keeps the day and scope that the page knows. */
export function hrefFrom({ href, keeps }: NavigationPage, search: URLSearchParams): Route {
  const kept = new URLSearchParams();
  for (const name of PARAMS[keeps]) {
    const value = search.get(name);
    if (value !== null) kept.set(name, value);
  }
  return (kept.size === 0 ? href : `${href}?${kept}`) as Route;
}
