import { Part } from "./part";

/** Props of the part on limits: counted today. */
export interface LimitsPartProps {
  zones: number;
  claims: number;
  sources: number;
  estimatedSources: number;
  /** Evidenced zones whose status on the ground is unknown, of all evidenced ones. */
  statusUnknown: number;
  evidenced: number;
}

/** A frank account of what the data set cannot bear. */
export function LimitsPart(props: LimitsPartProps) {
  return (
    <Part id="limits">
      <p>
        {props.claims.toLocaleString("en-GB")} claims on {props.zones} zones and their firms, from{" "}
        {props.sources} public sources. The first of them were compiled on 24 November 2026, in part
        from archived copies, and corrected after a check of 94 lines by someone else. The
        investment board's own list of zones could not be read. What follows should be known before
        anything is concluded.
      </p>
      <ul>
        <li>
          <b>It is not the official list.</b> There is none in public. Some approvals rest on one
          statement, and two zones named in that same statement are doubted by later lists.
        </li>
        <li>
          <b>Most of it is news.</b> Much of the news repeats what officials said. A claim of an
          official origin is not better confirmed for that.
        </li>
        <li>
          <b>Much is silent.</b> For {props.statusUnknown} of the {props.evidenced} evidenced zones
          it is unknown how far they are on the ground. Nothing at all was found on telephone lines
          or customs offices.
        </li>
        <li>
          <b>Much is old.</b> Findings on some zones are ten years old. Little on any is younger
          than the middle of 2025.
        </li>
        <li>
          <b>Some values meet their bar only just.</b> A plant called established but not finished,
          or works that are told of and not described, count; the note says how thin it is.
        </li>
        <li>
          <b>Some words flatter.</b> A highway link is often a motorway that passes by. A zone
          committee may exist on paper alone.
        </li>
        <li>
          <b>Counts are floors.</b> Firms admitted or producing are as reported, or as many as are
          named. There may be more.
        </li>
        <li>
          <b>Dates.</b> {props.estimatedSources} sources carry no date, so theirs was estimated and
          says “about”. Names, places and the like are dated 2012, the year of the Act, by
          convention, so that they show on any day.
        </li>
        <li>
          <b>Money</b> in rupees was turned into dollars at about the rate of the day. Such sums are
          inference; the note gives the rupees.
        </li>
        <li>
          <b>Left out on purpose:</b> Gwadar Free Zone, export processing zones, special technology
          zones, and provincial zones without SEZ status.
        </li>
      </ul>
    </Part>
  );
}
