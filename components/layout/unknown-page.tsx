import type { Route } from "next";
import { Link } from "@/components/layout/link";
import { MOST_ON_ONE_PAGE } from "@/lib/query/list-page";
import { findNearestZones, type NamedZone } from "@/lib/query/nearest-zones";
import { useTranslate } from "@/lib/text/use-translate";
import { MessagePage } from "./message-page";
import { ReadingPage } from "./reading-page";

interface UnknownPageProps {
  title: string;
  /** The part of the address that names nothing. */
  typed: string;
  /** What exists, by its part of the address. */
  names: readonly NamedZone[];
  /** The address before that part, such as `/zones/`. */
  path: string;
  /** A search for the words of the address: the address before them, and the words of the link. */
  search?: { readonly path: string; readonly label: string };
  /** Where all of them are. */
  all?: { readonly href: string; readonly label: string };
}

/** The page for an address that names nothing that exists, with the names that are most like it. */
export function UnknownPage({ title, typed, names, path, search, all }: UnknownPageProps) {
  const t = useTranslate();
  return (
    <ReadingPage>
      <MessagePage inline title={title} links={all === undefined ? [] : [all]}>
        <NearestNames
          typed={typed}
          names={names.length > MOST_ON_ONE_PAGE ? null : names}
          path={path}
          words={{ similar: t("pages.notFound.similar"), none: t("pages.notFound.none") }}
          search={search}
        />
      </MessagePage>
    </ReadingPage>
  );
}

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
function NearestNames({ typed, names, path, words, search }: NearestNamesProps) {
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
