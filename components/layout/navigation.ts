import type { Route } from "next";

/** What of an address goes along to a page: which zones count and which day is looked at, the day alone, or nothing. */
type PreservedParams = "scope" | "day" | "nothing";

/** A page in the main navigation. */
export interface Section {
  readonly href: Route;
  readonly label: string;
  readonly carries: PreservedParams;
}

/** Pages that belong together. */
export interface SectionGroup {
  readonly label: string;
  readonly sections: readonly Section[];
}

/** Main navigation, in reading order. Only pages that exist stand here. */
export const SECTION_GROUPS: readonly SectionGroup[] = [
  {
    label: "The zones",
    sections: [
      { href: "/", label: "Explorer", carries: "scope" },
      { href: "/overview" as Route, label: "Overview", carries: "day" },
      { href: "/compare" as Route, label: "Compare", carries: "day" },
    ],
  },
  {
    label: "What it adds up to",
    sections: [
      { href: "/readiness" as Route, label: "Readiness", carries: "scope" },
      { href: "/dependence" as Route, label: "Dependence", carries: "scope" },
      { href: "/investors" as Route, label: "Investors", carries: "scope" },
      { href: "/gaps" as Route, label: "Gaps", carries: "scope" },
    ],
  },
  {
    label: "The record",
    sections: [
      { href: "/changes" as Route, label: "Changes", carries: "day" },
      { href: "/events" as Route, label: "Events", carries: "scope" },
      { href: "/sources" as Route, label: "Sources", carries: "nothing" },
      { href: "/context" as Route, label: "Context", carries: "scope" },
    ],
  },
  {
    label: "Behind it",
    sections: [
      { href: "/data" as Route, label: "Data", carries: "nothing" },
      { href: "/glossary" as Route, label: "Glossary", carries: "nothing" },
      { href: "/method" as Route, label: "Method", carries: "nothing" },
    ],
  },
];

const PARAMS: Readonly<Record<PreservedParams, readonly string[]>> = {
  scope: ["scope", "asOf", "knownOn"],
  day: ["asOf", "knownOn"],
  nothing: [],
};

/** Whether `path` lies in the section: the explorer owns its own page and the zones' pages. */
export function isCurrent(section: Section, path: string): boolean {
  if (section.href === "/") {
    return path === "/" || path.startsWith("/zones/");
  }
  return path === section.href || path.startsWith(`${section.href}/`);
}

/** The section's address for who comes from a page with this search: the day looked at goes along. */
export function hrefFrom({ href, carries }: Section, search: URLSearchParams): Route {
  const kept = new URLSearchParams();
  for (const name of PARAMS[carries]) {
    const value = search.get(name);
    if (value !== null) kept.set(name, value);
  }
  return (kept.size === 0 ? href : `${href}?${kept}`) as Route;
}
