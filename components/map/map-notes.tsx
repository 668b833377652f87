import { cx } from "@/components/ui/cx";
import { ATTRIBUTION, BOUNDARY_NOTE } from "./basemap";

/**
 * What stands under the map: how places are meant, the boundary note, whose data it is. A narrow map
 * has room for the gist alone; the rest opens from it.
 */
export function MapNotes({ attribution }: { attribution: string }) {
  const text = `${PLACES_NOTE} ${BOUNDARY_NOTE} ${attribution}`;
  return (
    <>
      <p className={cx(BOX, "@max-4xl:hidden max-w-[46rem]")}>{text}</p>
      <details className="@4xl:hidden pointer-events-auto w-fit max-w-full open:w-full">
        <summary className={cx(BOX, "inline-block hover:text-ink")}>
          {GIST} <span className="link whitespace-nowrap">Note and sources</span>
        </summary>
        <p className="mt-1 max-w-[46rem] rounded-2 bg-paper p-2 text-11 text-ink-2 shadow-edge">
          {text}
        </p>
      </details>
    </>
  );
}

const BOX = "pointer-events-auto rounded-2 bg-paper/85 px-1.5 py-0.5 text-11 text-ink-3";
const GIST = "Boundaries approximate, no endorsement.";

/** How the markers' places are meant. */
export const PLACES_NOTE =
  "Most markers stand on a town or district seat, not on the site, and are spread where they coincide.";

/** The notes as they go under a picture of the map. */
export function pictureNotes(attribution: string = ATTRIBUTION): string {
  return `CPEC SEZ Tracker. ${PLACES_NOTE} ${BOUNDARY_NOTE} ${attribution}`;
}
