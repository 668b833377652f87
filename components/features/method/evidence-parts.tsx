import { CONFIDENCES, ORIGINS, SOURCE_KINDS } from "@/lib/evidence/ledger-records";
import { Part } from "./part";

/** What the tracker is for, and what it does not do. */
export function PurposePart() {
  return (
    <Part id="purpose">
      <p>
        Pakistan has announced 44 special economic zones. The tracker asks which of them are really
        becoming operational, who invests in them, and what dependence they build. It answers only
        with what a source says, names the source, and gives the day for which it holds.
      </p>
      <p>
        Most of what is known is old, much is contradicted, and more is unknown than known. The
        pages show that rather than hide it.
      </p>
    </Part>
  );
}

/** What a claim is and how it is kept. */
export function ClaimsPart() {
  return (
    <Part id="claims">
      <p>
        A claim is one sentence of evidence: this source says that this field of this zone, or of
        this firm in it, had this value as of this date. Nothing on these pages is typed in any
        other way. What shows is worked out from the claims, each time anew.
      </p>
      <p>
        Claims are never changed and never removed; the database refuses both. A judgement about a
        claim is an entry of its own, with its reason, and the latest judgement holds:
      </p>
      <ul>
        <li>
          <b>Published</b>: the claim counts.
        </li>
        <li>
          <b>Preferred</b>: it counts before the others that were known when it was judged. Newer
          findings still count.
        </li>
        <li>
          <b>Deprecated</b>: it no longer counts, but stays in sight beside the value.
        </li>
        <li>
          <b>Retracted</b>: it was recorded in error. It stays in the ledger and out of every count.
        </li>
      </ul>
      <p>
        Each claim carries its origin ({ORIGINS.join(", ")}) and how far whoever recorded it trusts
        it ({[...CONFIDENCES].reverse().join(", ")}). <i>Inference</i> marks what no source says in
        so many words: a sum turned into dollars, a share worked out from acres, a reading of the
        compiler. Sources are of seven kinds: {SOURCE_KINDS.join(", ")}. The{" "}
        <a className="link" href="/sources">
          list of sources
        </a>{" "}
        shows how much rests on each.
      </p>
      <p>
        Every write raises the <b>revision</b> by one. The revision of the last write is the version
        of everything shown, and an address can name it.
      </p>
    </Part>
  );
}

/** The rules of resolution in plain words. */
export function ResolutionPart() {
  return (
    <Part id="resolution">
      <p>
        One set of rules decides, for pages, map, table, files and answers alike. For the day looked
        at, and with what was known by the version looked at:
      </p>
      <ol>
        <li>
          Only claims that hold by that day, were recorded by that version, and count, take part.
        </li>
        <li>A preferred claim sets aside those that were known when it was preferred.</li>
        <li>
          Of what is left the later day shows; on one day the higher confidence; then what was
          recorded later; and last a fixed order, so that the answer is always the same.
        </li>
        <li>Where nothing is left, the value is unknown.</li>
      </ol>
      <p>
        A claim's day is its own date; without one, its source's; without that, the day it was
        recorded. A year counts from its first day, and so does a month. Days are days in Pakistan.
      </p>
      <h3>When two claims contradict each other</h3>
      <p>
        They must differ: numbers by more than 5% of the larger, dates when neither lies within the
        other, lists when they hold different words, places by more than five kilometres. An older
        claim that differs is history rather than contradiction if the thing simply moved on: up a
        ladder, up in number, or over more than a year. But an older claim that says <i>more</i>{" "}
        than the newer contradicts at any age, and so does any difference in what does not change
        with time, such as the area. Promises never contradict; they slip.
      </p>
    </Part>
  );
}

/** Why unknown is shown, counted and exported. */
export function UnknownPart() {
  return (
    <Part id="unknown">
      <p>
        Where no claim counts, the value is unknown. That is not zero, not “no” and not “none”. It
        is written in words and drawn hollow, it can be filtered for, it is counted beside the
        known, and it leaves the files as an empty cell. “None” is shown only where a source says
        that there is nothing.
      </p>
      <p>Silence is not evidence either. A zone of which nobody writes is unknown, not idle.</p>
    </Part>
  );
}

/** Contested, settled, fresh, stale. */
export function MarksPart() {
  return (
    <Part id="marks">
      <ul>
        <li>
          <b className="disputed">contested</b>: another claim that counts contradicts the value,
          and nobody has settled it.
        </li>
        <li>
          <b>settled</b>: what contradicted it was set aside or deprecated. The reason stands in the
          ledger.
        </li>
        <li>
          <b className="fresh">fresh</b>: younger than the time for which its field keeps, two years
          for ladders, indicators and quantities. Most values are older, so it is the fresh that are
          marked; every value carries its date and age.
        </li>
      </ul>
      <p>Every value with a dotted underline can be asked who says so.</p>
    </Part>
  );
}
