import { FieldValueView } from "@/components/evidence/field-value";
import { Section } from "@/components/layout/section";
import { cx } from "@/components/ui/cx";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { byStage, countStages, unnamedWords } from "@/lib/firms/stage-counts";
import { toSearch } from "@/lib/query/search-string";
import { FirmTable } from "./firm-table";

/** The firms of a zone: how many named ones stand at each stage, and what is known of each. */
export function FirmsSection({ view }: { view: ZoneView }) {
  const { tenancies, fields, values } = view.zone;
  const unnamed = unnamedWords(tenancies.length, values.enterprisesAdmitted);
  return (
    <Section
      id="firms"
      title="Firms, by stage"
      note={
        <>
          <b className="tabular">{tenancies.length}</b> named; admitted by count:{" "}
          <FieldValueView
            field="enterprisesAdmitted"
            resolution={fields.enterprisesAdmitted}
            unknown="unknown"
          />
        </>
      }
    >
      {tenancies.length === 0 ? (
        <p className="text-ink-2">
          No firm was found by name. That does not mean that there is none.
        </p>
      ) : (
        <>
          <ol className="mb-3 grid grid-cols-[repeat(auto-fit,minmax(3.75rem,1fr))] gap-y-3">
            {countStages(tenancies).map(({ value, label, count }) => (
              <li
                key={value ?? "unknown"}
                className={cx("grid content-start gap-1 text-12", count === 0 && "text-ink-3")}
              >
                <b className="figure text-21">{count}</b>
                <span aria-hidden="true" className="flex min-h-2 flex-wrap gap-0.5">
                  {Array.from({ length: count }, (_, dot) => dot).map((dot) => (
                    <i
                      key={dot}
                      className={cx(
                        "size-2",
                        value === null
                          ? "shadow-[inset_0_0_0_1px_var(--color-unknown)]"
                          : "bg-ramp-3",
                      )}
                    />
                  ))}
                </span>
                <span className={value === null ? "unknown" : undefined}>{label}</span>
              </li>
            ))}
          </ol>
          <FirmTable
            tenancies={byStage(tenancies)}
            asOf={view.asOf}
            moment={toSearch(view.moment)}
          />
        </>
      )}
      <p className="mt-2 text-ink-2">
        {unnamed === null ? null : `${unnamed} `}
        Firms producing, by count:{" "}
        <FieldValueView
          field="enterprisesProducing"
          resolution={fields.enterprisesProducing}
          unknown="unknown"
        />
        .
      </p>
    </Section>
  );
}
