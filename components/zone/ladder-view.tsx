import { formatPartialDate } from "@/components/fields/format-date";
import { cx } from "@/components/ui/cx";
import type { FieldKey } from "@/lib/catalogue/fields";
import { contradictionsOf } from "@/lib/registry/contradictions";
import type { Ladder } from "@/lib/registry/funnel";
import type { Evidence, Resolution } from "@/lib/registry/resolve";
import { Ask } from "./ask";
import { AskedValue, ValueDate } from "./asked-value";
import { rungsOf, type ZoneRung } from "./rungs";
import type { ZoneView } from "./zone-view";

const COLOURS: Readonly<Record<Ladder, string>> = {
  legalStatus: "var(--color-band-known)",
  status: "var(--color-ramp-3)",
};

/** The two ladders of a zone, never one status: the gap between them is the headline. */
export function Ladders({ view }: { view: ZoneView }) {
  return (
    <section
      aria-label="The two ladders"
      className="grid gap-y-6 border-line-2 border-y border-t-2 border-t-ink py-6"
    >
      <LadderRow view={view} ladder="legalStatus" title="On paper" note="legal status" />
      <LadderRow view={view} ladder="status" title="On the ground" note="works and production" />
      <Contradictions view={view} />
    </section>
  );
}

/** Where a ladder says more than the indicators bear. */
function Contradictions({ view }: { view: ZoneView }) {
  const contradictions = contradictionsOf(view.zone.values);
  if (contradictions.length === 0) return null;
  return (
    <ul className="grid gap-1 md:ml-40">
      {contradictions.map(({ words, field }) => {
        const resolution = view.zone.fields[field];
        const unknown = resolution.value === null;
        return (
          <li key={field}>
            <span className={unknown ? "text-ink-3" : "contested"}>
              {unknown ? "not borne out" : "does not fit"}
            </span>{" "}
            {words} <AskedValue field={field} resolution={resolution} unknown="unknown" />.
            {unknown ? null : " Both are shown until one is settled."}
          </li>
        );
      })}
    </ul>
  );
}

function LadderRow({
  view,
  ladder,
  title,
  note,
}: {
  view: ZoneView;
  ladder: Ladder;
  title: string;
  note: string;
}) {
  const { fields, values } = view.zone;
  const resolution = fields[ladder];
  const approval = ladder === "legalStatus" ? fields.approvedOn : null;
  const { rungs, aside } = rungsOf(ladder, resolution, values, approval);
  return (
    <div className="grid gap-x-6 gap-y-3 md:grid-cols-[8.5rem_minmax(0,1fr)]">
      <div>
        <h2 className="title leading-[1.125rem]">{title}</h2>
        <p className="mt-0.5 text-12 text-ink-3">{note}</p>
        {aside === null && resolution.value !== null ? null : (
          <p className="mt-2 grid">
            <AskedValue
              field={ladder}
              resolution={resolution}
              className={cx("justify-self-start font-semibold", aside && "text-amber-ink")}
            />
            <ValueDate resolution={resolution} asOf={view.asOf} />
          </p>
        )}
      </div>
      <ol className="ladder" style={{ "--ladder-colour": COLOURS[ladder] }}>
        {rungs.map((rung) => (
          <RungView
            key={rung.value}
            ladder={ladder}
            rung={rung}
            resolution={resolution}
            view={view}
          />
        ))}
      </ol>
    </div>
  );
}

function RungView({
  ladder,
  rung,
  resolution,
  view,
}: {
  ladder: Ladder;
  rung: ZoneRung;
  resolution: Resolution;
  view: ZoneView;
}) {
  const { state, label } = rung;
  return (
    <li
      className="rung"
      data-state={state === "unknown" ? undefined : state}
      aria-current={state === "now" ? "step" : undefined}
    >
      <span className="rung-dot" />
      <span className={cx("block", state === "now" ? "font-semibold" : "font-medium")}>
        {state === "now" ? <Ask field={ladder}>{label}</Ask> : label}
      </span>
      <span className="ev block">
        <RungDetail ladder={ladder} rung={rung} shown={resolution.evidence} />
      </span>
      {state === "now" ? (
        <span className="block">
          <ValueDate resolution={resolution} asOf={view.asOf} />
        </span>
      ) : null}
    </li>
  );
}

function RungDetail({
  ladder,
  rung,
  shown,
}: {
  ladder: Ladder;
  rung: ZoneRung;
  shown: Evidence | null;
}) {
  const { state, first, missing } = rung;
  switch (state) {
    case "now":
      // The date of the claim shown stands below; only an earlier one adds to it.
      return first === null || first === shown ? null : `first told ${dateOfRung(first)}`;
    case "evidenced":
      return first === null ? null : (
        <Ask field={first.claim.field === "approvedOn" ? "approvedOn" : ladder}>
          {dateOfRung(first)}
        </Ask>
      );
    case "passed":
      return "passed over, no source";
    case "ahead":
      return missing ?? "not reached";
    case "unknown":
      return "not known";
  }
}

/** A claim on the day of approval has its day as its value; any other has it as the day on which it holds. */
function dateOfRung({ claim, date }: Evidence): string {
  const isDay: FieldKey = "approvedOn";
  return formatPartialDate(
    claim.field === isDay && typeof claim.value === "string" ? claim.value : date,
  );
}
