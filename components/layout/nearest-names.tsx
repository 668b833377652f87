"use client";

import type { Route } from "next";
import Link from "next/link";
import { useParams } from "next/navigation";
import { findNearestZones, type NamedZone } from "@/lib/query/nearest-zones";

interface NearestNamesProps {
  /** Names of what exists, by its part of the address; null: they are too many to send. */
  names: readonly NamedZone[] | null;
  /** The address before that part, such as `/zones/`. */
  path: string;
  /** Said before the names that are similar, and where none is. */
  words: { readonly similar: string; readonly none: string };
  /** A search for what was typed: the address before the words, and the words of the link. */
  search?: { readonly path: string; readonly label: string };
}

/**
 * The names that are most like the last part of an address that names nothing. It runs in the browser,
 * because a not-found page on the server does not know the address.
 */
export function NearestNames({ names, path, words, search }: NearestNamesProps) {
  const typed = decode(Object.values(useParams()).flat().at(-1) ?? "");
  const nearest = findNearestZones(typed, names ?? []);
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

/** A part of an address as text; as it is where its escapes are broken. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
