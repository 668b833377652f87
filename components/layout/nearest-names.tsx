import type { Route } from "next";
import Link from "next/link";
import { findNearestZones, type NamedZone } from "@/lib/query/nearest-zones";

interface NearestNamesProps {
  /** The part of the address that names nothing. */
  typed: string;
  /** Names of what exists, by its part of the address; null: they are too many to compare. */
  names: readonly NamedZone[] | null;
  /** The address before that part, such as `/zones/`. */
  path: string;
  /** Said before the names that are similar, and where none is. */
  words: { readonly similar: string; readonly none: string };
  /** A search for what was typed: the address before the words, and the words of the link. */
  search?: { readonly path: string; readonly label: string };
}

/** The names that are most like the part of an address that names nothing. */
export function NearestNames({ typed, names, path, words, search }: NearestNamesProps) {
  const nearest = findNearest(typed, names ?? []);
  return (
    <>
      {names === null ? null : <p>{nearest.length === 0 ? words.none : words.similar}</p>}
      {nearest.length === 0 ? null : (
        <ul>
          {nearest.map(({ slug, name }) => (
            <li key={slug}>
              <Link className="link" href={`${path}${encodeURIComponent(slug)}` as Route}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {search === undefined ? null : (
        <p>
          <Link
            className="link"
            href={`${search.path}${encodeURIComponent(typed.replaceAll("-", " "))}` as Route}
          >
            {search.label}
          </Link>
        </p>
      )}
    </>
  );
}

/** Next makes the not-found page with every page, where the name exists: then it alone, without comparing it to all. */
function findNearest(typed: string, names: readonly NamedZone[]): readonly NamedZone[] {
  const same = names.find(({ slug }) => slug === typed);
  return same === undefined ? findNearestZones(typed, names) : [same];
}
