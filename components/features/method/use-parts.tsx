import { Part } from "./part";

/** Props of the part on citing. */
export interface CitePartProps {
  /** Today and the last revision, in the form that addresses take. */
  asOf: string;
  version: number;
  method: number;
}

/** How to cite so that the reader of the citation sees the same. */
export function CitePart({ asOf, version, method }: CitePartProps) {
  return (
    <Part id="cite">
      <p>
        Name the tracker, the zone or the view, the day, the version and the address. Every zone's
        page makes the citation for you. An address with a day and a version, such as
      </p>
      <p>
        <code className="break-all">
          /zones/rashakai-sez?asOf={asOf}&knownOn=r{version}
        </code>
      </p>
      <p>
        answers the same for ever, even when the ledger has grown: <code>asOf</code> is the day
        looked at, <code>knownOn</code> the last version that counts. This holds within one number
        of the method, now {method}. The number rises when the rules, the weights or the files
        change.
      </p>
    </Part>
  );
}

/** How to put something right. */
export function CorrectionsPart() {
  return (
    <Part id="corrections">
      <p>
        We want to be corrected. Tell whoever runs the copy you are reading, or the project it comes
        from, three things: the field and zone, what you know, and a source that others can open,
        with its date. A photograph with place and day is a source; a memory is not.
      </p>
      <p>
        An analyst then records a claim. Nothing is overwritten: if it contradicts what shows, both
        stand side by side until a reviewer gives a reason for one. A claim that was recorded
        wrongly is retracted, in sight, with the reason.
      </p>
    </Part>
  );
}

/** Licences of code, data and map. */
export function LicencePart() {
  return (
    <Part id="licence">
      <ul>
        <li>
          <b>Code</b>: MIT.
        </li>
        <li>
          <b>Compiled data</b>:{" "}
          <a className="link" href="https://creativecommons.org/licenses/by/4.0/" rel="license">
            Creative Commons Attribution 4.0
          </a>
          . Use it for anything; name the CPEC SEZ Tracker and say what you changed. The texts of
          the sources are not ours: notes give in our own words what they say.
        </li>
        <li>
          <b>Map</b>: land and boundaries by Natural Earth (public domain); places by GeoNames and
          airports by airport-data-js, both CC BY 4.0.
        </li>
        <li>
          <b>Coordinates of zones</b>: for the most part GeoNames' points of towns and district
          seats (CC BY 4.0); the rest from general geography.
        </li>
      </ul>
    </Part>
  );
}
