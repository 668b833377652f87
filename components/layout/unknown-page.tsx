import { MOST_ON_ONE_PAGE } from "@/lib/query/list-page";
import type { NamedZone } from "@/lib/query/nearest-zones";
import { useTranslate } from "@/lib/text/use-translate";
import { MessagePage } from "./message-page";
import { NearestNames } from "./nearest-names";
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
