import type { Route } from "next";
import Link from "next/link";
import type { Suggestion } from "@/lib/query/compare-suggestions";
import { SUGGESTION_WORDS } from "@/lib/text/comparison-words";
import { listed } from "@/lib/text/number-words";

/** Props of the beginning of a comparison. */
export interface StartComparingProps {
  suggestions: readonly Suggestion[];
  getName: (slug: string) => string;
  hrefOf: (slugs: readonly string[]) => string;
}

/** Sets of zones that are worth seeing side by side, for who has not picked enough. */
export function StartComparing({ suggestions, getName, hrefOf }: StartComparingProps) {
  if (suggestions.length === 0) return null;
  return (
    <section aria-labelledby="suggestions" className="mt-8 max-w-[46rem]">
      <h2 id="suggestions" className="title mb-1">
        Or begin with
      </h2>
      <ul>
        {suggestions.map(({ key, slugs }) => (
          <li key={key} className="border-line border-b py-2">
            <Link className="link font-medium" href={hrefOf(slugs) as Route} prefetch={false}>
              {SUGGESTION_WORDS[key]}
            </Link>
            <span className="block text-12 text-ink-2">{listed(slugs.map(getName), "and")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
