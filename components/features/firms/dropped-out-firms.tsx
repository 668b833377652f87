import { getLabel } from "@/lib/catalogue/vocabularies";
import { firmPath } from "@/lib/firms/firm-address";
import { getFurthestStep, isSilent, type PlacedFirm } from "@/lib/firms/firms";
import { formatPartialDate } from "@/lib/text/format-date";
import type { Day } from "@/lib/time/day";

/** Props of what fell out on the way. */
export interface FallenOutProps {
  firms: readonly PlacedFirm[];
  /** The day looked at. */
  asOf: Day;
  moment: string;
}

/** The memoranda that led nowhere in two years, and the firms that left, by name. */
export function FallenOut({ firms, asOf, moment }: FallenOutProps) {
  const left = firms.filter(({ record }) => record.values.tenancyStage === "exited");
  const silent = firms.filter(
    ({ record }) => record.values.tenancyStage === "mou" && isSilent(record, asOf),
  );
  const fresh = firms.filter(
    ({ record }) => record.values.tenancyStage === "mou" && !isSilent(record, asOf),
  );
  return (
    <section aria-labelledby="fallen-title" className="mt-4">
      <h3 id="fallen-title" className="font-semibold text-15">
        What fell out
      </h3>
      <ul className="mt-1 grid gap-1 text-ink-2">
        <li>
          Memoranda over two years old without a later step:{" "}
          <Firms firms={silent} moment={moment} words={dateWords} />.
          {fresh.length === 0 ? null : (
            <>
              {" "}
              Younger ones: <Firms firms={fresh} moment={moment} words={dateWords} />.
            </>
          )}
        </li>
        <li>
          Left or gave up: <Firms firms={left} moment={moment} words={leftWords} />.
        </li>
      </ul>
    </section>
  );
}

function dateWords({ record }: PlacedFirm): string {
  const { evidence } = record.fields.tenancyStage;
  return evidence === null ? "undated" : formatPartialDate(evidence.date);
}

/** When a firm left, and how far it had come by any claim that counts. */
function leftWords(firm: PlacedFirm): string {
  const step = getFurthestStep(firm.record);
  const came =
    step === null
      ? "how far it had come is unknown"
      : `had come as far as ${getLabel("tenancyStage", step).toLowerCase()}`;
  return `${dateWords(firm)}; ${came}`;
}

interface FirmsProps extends Pick<FallenOutProps, "firms" | "moment"> {
  words: (firm: PlacedFirm) => string;
}

function Firms({ firms, moment, words }: FirmsProps) {
  if (firms.length === 0) return "none";
  return firms.map((firm, i) => (
    <span key={firm.record.tenancy.id}>
      {i === 0 ? null : ", "}
      <a className="link" href={firmPath(firm.id, moment)}>
        {firm.record.tenancy.firm}
      </a>
      {` (${words(firm)})`}
    </span>
  ));
}
