import type { ReactNode } from "react";
import { ReadinessBand } from "@/components/charts/readiness-band";
import { getStep } from "@/lib/catalogue/vocabularies";
import type { FieldChange, Preview } from "@/lib/evidence/preview";
import type { Readiness } from "@/lib/readiness/readiness";
import { useText } from "@/lib/text/use-text";

interface PreviewPanelProps {
  preview: Preview;
  /** The zone, where the form is about several; null: it is about one. */
  heading: string | null;
  /** A decision on a report instead of a new report. */
  ofDecision?: boolean;
  /** More that changes. */
  children?: ReactNode;
}

/** What recording would change on one zone, before anything is recorded. */
export function PreviewPanel({
  preview,
  heading,
  ofDecision = false,
  children,
}: PreviewPanelProps) {
  const { t, number, fieldLabel, termLabel } = useText();
  const { fields, readiness, funnels } = preview;
  return (
    <div className="grid gap-4">
      {heading === null ? null : <h3 className="font-semibold">{heading}</h3>}
      {fields.length === 0 ? null : (
        <ul className="grid gap-2">
          {fields.map((change) => (
            <li key={`${change.tenancy} ${change.field}`}>
              <span className="block font-medium text-12">{fieldLabel(change.field)}</span>
              <ChangeOfValue change={change} ofDecision={ofDecision} />
            </li>
          ))}
        </ul>
      )}
      <section className="grid gap-1">
        <h3 className="font-semibold text-12">{t("record.preview.readiness")}</h3>
        <ReadinessLine label={t("record.preview.now")} value={readiness.before} />
        <ReadinessLine label={t("record.preview.then")} value={readiness.after} />
      </section>
      {ofDecision && funnels.length === 0 ? null : (
        <section className="grid gap-1 text-12">
          <h3 className="font-semibold">{t("record.preview.counts")}</h3>
          {funnels.length === 0 ? (
            <p className="text-ink-3">{t("record.preview.noCount")}</p>
          ) : (
            <ul className="grid gap-0.5">
              {funnels.map(({ ladder, value, before, after }) => (
                <li key={`${ladder} ${value}`}>
                  {t("record.preview.count", {
                    ladder: fieldLabel(ladder),
                    known:
                      value === null ? "no" : getStep(ladder, value) === null ? "aside" : "yes",
                    step: value === null ? "" : termLabel(ladder, value),
                    before: number(before),
                    after: number(after),
                  })}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {children}
    </div>
  );
}

function ChangeOfValue({ change, ofDecision }: { change: FieldChange; ofDecision: boolean }) {
  const { t, value } = useText();
  const { field, before, after, shows } = change;
  const [was, becomes] = [value(field, before.value), value(field, after.value)];
  const to = (words: ReactNode) => (
    <b className={after.value === null ? "unknown" : "font-semibold"}>{words}</b>
  );
  return (
    <>
      <span>
        {!shows
          ? t.rich("record.preview.notDisplayed", { value: becomes, to })
          : was === becomes
            ? t.rich(ofDecision ? "record.preview.unchanged" : "record.preview.same", {
                value: becomes,
                to,
              })
            : t.rich("record.preview.changed", {
                before: was,
                after: becomes,
                from: (words) => (
                  <span className={before.value === null ? "unknown" : "text-ink-2"}>{words}</span>
                ),
                to,
              })}
      </span>
      {after.mark === before.mark ? null : (
        <span className={after.mark === "contested" ? "disputed block" : "block text-ink-3"}>
          {t("record.preview.mark", {
            before: before.mark ?? "none",
            after: after.mark ?? "none",
          })}
        </span>
      )}
    </>
  );
}

function ReadinessLine({ label, value }: { label: string; value: Readiness | null }) {
  const { range } = useText();
  return (
    <div className="grid grid-cols-[3rem_minmax(0,1fr)_5rem] items-center gap-2 text-12">
      <span className="text-ink-3">{label}</span>
      <ReadinessBand value={value} label="" />
      <span className="tabular text-right">
        {value === null ? null : range(value.low, value.high, { digits: 1, fixed: true })}
      </span>
    </div>
  );
}
