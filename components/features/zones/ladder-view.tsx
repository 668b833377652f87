import { FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { LadderRungs } from "@/components/evidence/ladder-rungs";
import { cx } from "@/components/ui/cx";
import { listContradictions } from "@/lib/evidence/contradictions";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { LADDERS, type Ladder } from "@/lib/query/ladder-funnel";
import { getZoneClimb } from "@/lib/text/ladder-rungs";
import { useText } from "@/lib/text/use-text";

const COLOURS: Readonly<Record<Ladder, string>> = {
  legalStatus: "var(--color-band-known)",
  status: "var(--color-ramp-3)",
};

/** The legal status and the progress on site of a zone, each on its ladder. */
export function Ladders({ view }: { view: ZoneView }) {
  return (
    <section
      aria-label={useText().t("common.ladder.title")}
      className="grid gap-y-6 border-line-2 border-y border-t-2 border-t-ink py-6"
    >
      {LADDERS.map((ladder) => (
        <LadderRow key={ladder} view={view} ladder={ladder} />
      ))}
      <Contradictions view={view} />
    </section>
  );
}

/** Where the reported progress is further than the indicators confirm. */
function Contradictions({ view }: { view: ZoneView }) {
  const text = useText();
  const { t } = text;
  const { fields, values } = view.zone;
  const contradictions = listContradictions(values);
  if (contradictions.length === 0) return null;
  const status = text.value("status", values.status);
  return (
    <ul className="grid gap-1 md:ms-40">
      {contradictions.map(({ field }) => {
        const unknown = values[field] === null;
        return (
          <li key={field}>
            <span className={unknown ? "text-ink-3" : "disputed"}>
              {unknown ? t("common.conflict.unconfirmed") : t("common.conflict.inconsistent")}
            </span>{" "}
            {t.rich(`common.conflict.${field}`, {
              status,
              value: () => (
                <FieldValueView
                  field={field}
                  resolution={fields[field]}
                  unknown={t("common.unknown")}
                />
              ),
            })}
            {unknown ? null : ` ${t("zones.conflict")}`}
          </li>
        );
      })}
    </ul>
  );
}

function LadderRow({ view, ladder }: { view: ZoneView; ladder: Ladder }) {
  const text = useText();
  const { fields, values } = view.zone;
  const resolution = fields[ladder];
  const approval = ladder === "legalStatus" ? fields.approvedOn : null;
  const { rungs, aside } = getZoneClimb(text, ladder, resolution, values, approval);
  return (
    <div className="grid gap-x-6 gap-y-3 md:grid-cols-[8.5rem_minmax(0,1fr)]">
      <div>
        <h2 className="title leading-[1.125rem]">{text.fieldLabel(ladder)}</h2>
        <p className="mt-0.5 text-12 text-ink-3">{text.t(`common.ladder.note.${ladder}`)}</p>
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
