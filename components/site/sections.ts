import type { Route } from "next";

/** A page in the main navigation. */
export interface Section {
  href: Route;
  label: string;
}

/** Main navigation, in reading order. Only pages that exist stand here. */
export const SECTIONS: readonly Section[] = [
  { href: "/", label: "Explorer" },
  { href: "/changes" as Route, label: "Changes" },
  { href: "/sources" as Route, label: "Sources" },
  { href: "/method" as Route, label: "Method" },
];

/** Whether `path` lies in the section: the explorer owns its own page and the zones' pages. */
export function isCurrent(section: Section, path: string): boolean {
  if (section.href === "/") {
    return path === "/" || path.startsWith("/zones/");
  }
  return path === section.href || path.startsWith(`${section.href}/`);
}
