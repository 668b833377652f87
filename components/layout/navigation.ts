import type { Route } from "next";
import type { Messages } from "@/lib/text/english-messages";

/** What of the address a link keeps: the scope and the moment, the moment alone, or nothing. */
type PreservedParams = "scope" | "moment" | "nothing";

/** A page of the navigation. */
export interface NavigationPage {
  readonly href: Route;
  /** Key of its name in `layout.navigation.pages`. */
  readonly name: keyof Messages["layout"]["navigation"]["pages"];
  readonly keeps: PreservedParams;
}

/** A subject with its pages, which are tabs of one another. */
interface NavigationGroup {
  /** Key of its name in `layout.navigation.groups`. */
  readonly name: keyof Messages["layout"]["navigation"]["groups"];
  readonly pages: readonly [NavigationPage, ...NavigationPage[]];
}

/** The main navigation: six subjects, in reading order. Its header links lead to the first page of each. */
export const NAVIGATION: readonly NavigationGroup[] = [
  { name: "home", pages: [{ href: "/", name: "home", keeps: "nothing" }] },
  {
    name: "zones",
    pages: [
      { href: "/zones", name: "explorer", keeps: "scope" },
      { href: "/compare", name: "compare", keeps: "moment" },
    ],
  },
  { name: "firms", pages: [{ href: "/firms", name: "firms", keeps: "scope" }] },
  { name: "news", pages: [{ href: "/news", name: "news", keeps: "scope" }] },
  { name: "readiness", pages: [{ href: "/readiness", name: "readiness", keeps: "scope" }] },
  {
    name: "data",
    pages: [
      { href: "/data", name: "data", keeps: "nothing" },
      { href: "/coverage", name: "coverage", keeps: "scope" },
      { href: "/sources", name: "sources", keeps: "moment" },
      { href: "/method", name: "method", keeps: "nothing" },
      { href: "/glossary", name: "glossary", keeps: "nothing" },
      { href: "/context", name: "context", keeps: "scope" },
      { href: "/about", name: "about", keeps: "nothing" },
    ],
  },
];

/** A page about the site itself. */
interface AboutPage {
  readonly href: Route;
  /** Key of its name in `pages.footer.about`. */
  readonly name: keyof Messages["pages"]["footer"]["about"];
}

/** The pages about the site itself, which the foot of each page lists beside the navigation. */
export const ABOUT_PAGES: readonly AboutPage[] = [
  { href: "/contact", name: "contact" },
  { href: "/correct", name: "correct" },
  { href: "/privacy", name: "privacy" },
  { href: "/accessibility", name: "accessibility" },
];

/** Key of the name of the page at an address; null: it is not in the navigation. */
export function findPageName(address: string) {
  const path = address.split("?")[0];
  const page = NAVIGATION.flatMap(({ pages }) => pages).find(({ href }) => href === path);
  if (page) return `layout.navigation.pages.${page.name}` as const;
  const about = ABOUT_PAGES.find(({ href }) => href === path);
  return about ? (`pages.footer.about.${about.name}` as const) : null;
}

const PARAMS: Readonly<Record<PreservedParams, readonly string[]>> = {
  scope: ["scope", "asOf", "knownOn"],
  moment: ["asOf", "knownOn"],
  nothing: [],
};

/** Whether `path` is a page of the group or below one. The pages of zones and provinces are below the explorer. */
export function isWithin({ pages }: NavigationGroup, path: string): boolean {
  return pages.some(({ href }) => {
    if (href === "/zones" && path.startsWith("/provinces/")) return true;
    return path === href || path.startsWith(`${href}/`);
  });
}

/** Whether `path` is a page of the navigation or below one. The parameters of these say what of the registry it shows. */
export function isInNavigation(path: string): boolean {
  return NAVIGATION.some((group) => isWithin(group, path));
}

/** The pages beside `path` in its group, itself included; none where it is alone, below a page, or in no group. */
export function listTabs(path: string): readonly NavigationPage[] {
  const group = NAVIGATION.find(({ pages }) => pages.some(({ href }) => href === path));
  return group && group.pages.length > 1 ? group.pages : [];
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
