"use client";

import { useEffect, useState } from "react";
import { SearchField } from "@/components/ui/search-field";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Shows the entries whose heading or names in the API have every word. @returns how many match */
function filterEntries(typed: string): number {
  const words = typed.toLowerCase().split(/\s+/);
  let matches = 0;
  for (const entry of document.querySelectorAll<HTMLElement>("[data-entry]")) {
    const match = words.every((word) => entry.dataset.entry?.includes(word));
    entry.hidden = !match;
    if (match) matches += 1;
  }
  return matches;
}

/** Finds entries of the page by their headings. Without scripts the page shows them all. */
export function GlossarySearch() {
  const text = usePlainText();
  const [typed, setTyped] = useState("");
  const [matches, setMatches] = useState<number | null>(null);

  const search = (next: string) => {
    setTyped(next);
    const found = filterEntries(next);
    setMatches(next.trim() === "" ? null : found);
  };
  // A link to an entry that the search has hidden shows all of them again.
  useEffect(() => {
    const showAll = () => {
      setTyped("");
      setMatches(null);
      filterEntries("");
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
    };
    window.addEventListener("hashchange", showAll);
    return () => window.removeEventListener("hashchange", showAll);
  }, []);

  return (
    <search className="no-print -mb-5 grid max-w-[30rem] gap-1 noscript:hidden">
      <SearchField
        label={text.t("glossary.search.label")}
        placeholder={text.t("glossary.search.placeholder")}
        value={typed}
        onChange={search}
      />
      <p role="status" className="min-h-5 text-12 text-ink-3">
        {matches === null ? null : text.t("glossary.search.found", { count: matches })}
      </p>
    </search>
  );
}
