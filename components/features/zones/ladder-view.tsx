import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { LadderRungs } from "@/components/evidence/ladder-rungs";
import { cx } from "@/components/ui/cx";
import { listContradictions } from "@/lib/evidence/contradictions";
import type { ZoneView } from "@/lib/evidence/zone-view";
import type { Ladder } from "@/lib/query/ladder-funnel";
import { listRungs } from "@/lib/text/ladder-rungs";

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
  const contradictions = listContradictions(view.zone.values);
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
            {words} <FieldValueView field={field} resolution={resolution} unknown="unknown" />.
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
  const { rungs, aside } = listRungs(ladder, resolution, values, approval);
  return (
    <div className="grid gap-x-6 gap-y-3 md:grid-cols-[8.5rem_minmax(0,1fr)]">
      <div>
        <h2 className="title leading-[1.125rem]">{title}</h2>
        <p className="mt-0.5 text-12 text-ink-3">{note}</p>
        {aside === null && resolution.value !== null ? null : (
          <p className="mt-2 grid">
            <FieldValueView
              field={ladder}
              resolution={resolution}
              className={cx("justify-self-start font-semibold", aside && "text-amber-ink")}
            />
            <ValueDate resolution={resolution} asOf={view.asOf} />
          </p>
        )}
      </div>
      <LadderRungs
        field={ladder}
        rungs={rungs}
        resolution={resolution}
        asOf={view.asOf}
        colour={COLOURS[ladder]}
      />
    </div>
  );
}
