import { fieldSpec, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { getStep } from "@/lib/catalogue/vocabularies";
import { TARGET_STATES } from "@/lib/targets/targets";
import { useText } from "@/lib/text/use-text";
import { Part } from "./part";
import { TermTable } from "./term-table";

/** The two ladders and what each rung must be evidenced by. */
export function LaddersPart() {
  const rung = (vocabulary: "legalStatus" | "status") => ({
    title: "Rung",
    of: (value: string) => {
      const step = getStep(vocabulary, value);
      return step === null ? "aside" : String(step + 1);
    },
  });
  return (
    <Part id="ladders">
      <p>
        A zone has no single status. On paper it may be approved, notified and bound to a developer
        while nothing stands on the ground; or firms may produce where no approval was ever shown.
        The gap between the two is the point, so they are two ladders.
      </p>
      <h3>On paper</h3>
      <TermTable
        vocabulary="legalStatus"
        label="Rungs of the legal ladder"
        more={rung("legalStatus")}
      />
      <h3>On the ground</h3>
      <p>Each rung has its own bar of evidence. A ceremony, a loan or a plan meets none of them.</p>
      <TermTable vocabulary="status" label="Rungs of the physical ladder" more={rung("status")} />
      <p>
        On a zone's page a filled dot is dated by a source; a hollow one must have been passed, but
        no source shows it; a grey one is not reached, with what is missing.
      </p>
    </Part>
  );
}

/** What is promised and how a promise is read. */
export function PromisesPart() {
  const { t } = useText();
  const targets = ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).group === "targets");
  return (
    <Part id="promises">
      <p>
        A date promised for something is a claim like any other: its value is the date promised, its
        own date the day of the promise. All promises stay in sight, so that one can see them slip.
        A promise falls due on the last day of its year, month or day.
      </p>
      <ul>
        {targets.map((key) => (
          <li key={key}>
            <b>{fieldSpec(key).label}</b>: {fieldSpec(key).definition}
          </li>
        ))}
      </ul>
      <p>
        On any day each promise is in one of five states, judged by the claims that count by then.
        How far a promise slipped is told in months from one due month to the next, later or
        earlier; promises made on one day count once.
      </p>
      <ul>
        {TARGET_STATES.map((state) => (
          <li key={state}>
            <b>{t(`targets.state.${state}.label`)}</b>: {t(`targets.state.${state}.definition`)}
          </li>
        ))}
      </ul>
    </Part>
  );
}
