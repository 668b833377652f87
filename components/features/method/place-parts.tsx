import { Part } from "./part";

/** How places are kept. */
export function PlacesPart() {
  return (
    <Part id="places">
      <p>
        No source gives a zone's own coordinates. All but one of the markers stand on the named town
        or estate, or on the seat of the district; each page says which. Several zones share a
        marker. Do not read distance, neighbourhood or the side of a line from them.
      </p>
      <p>
        “Province or territory” means the unit that administers the place. Gilgit-Baltistan and Azad
        Jammu and Kashmir are administered by Pakistan. The status of Jammu and Kashmir is disputed,
        and the tracker takes no side.
      </p>
    </Part>
  );
}

/** The boundary note, word for word as it goes with every map and file. */
export function BoundariesPart() {
  return (
    <Part id="boundaries">
      <blockquote className="border-line-2 border-l-2 pl-4">
        Boundaries, names and shading on this map are approximate and imply no endorsement or
        acceptance by its makers. The dotted line follows the Line of Control in Jammu and Kashmir
        approximately. The final status of Jammu and Kashmir has not been agreed upon by the
        parties.
      </blockquote>
      <p>
        All parts of the disputed territory lie under one veil, whoever administers them; only the
        tone beneath tells that. The Line of Control is dotted, other disputed lines are dashed, and
        no solid international line crosses the region. Siachen belongs to no unit and bears no
        label. Lines are good to a few kilometres.
      </p>
      <p>
        Land and boundaries: Natural Earth (public domain). Towns: GeoNames (CC BY 4.0). Airports:
        airport-data-js (CC BY 4.0). Ports, crossings and labels were placed by hand.
      </p>
    </Part>
  );
}
