import type { ReactNode } from "react";
import { TextList } from "@/components/layout/section";
import { firmPath } from "@/lib/firms/firm-address";
import { getFurthestStep, isSilent, type PlacedFirm } from "@/lib/firms/firms";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

interface DroppedOutFirmsProps {
  firms: readonly PlacedFirm[];
  /** The day shown. */
  asOf: Day;
  moment: string;
}

/** By name: the firms whose memorandum has led to nothing for two years, and those that left. */
export function DroppedOutFirms({ firms, asOf, moment }: DroppedOutFirmsProps) {
  const { t } = useText();
  const atStage = (stage: string) =>
    firms.filter(({ record }) => record.values.tenancyStage === stage);
  const memoranda = atStage("mou");
  const recent = memoranda.filter(({ record }) => !isSilent(record, asOf));
  const groups = [
    {
      title: t("firms.droppedOut.stalled"),
      firms: memoranda.filter(({ record }) => isSilent(record, asOf)),
    },
    ...(recent.length === 0 ? [] : [{ title: t("firms.droppedOut.recent"), firms: recent }]),
    { title: t("firms.droppedOut.left"), firms: atStage("exited") },
  ];
  return (
    <section aria-labelledby="dropped-out-title" className="mt-4">
      <h3 id="dropped-out-title" className="font-semibold text-15">
        {t("firms.droppedOut.title")}
      </h3>
      <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[18rem_minmax(0,1fr)]">
        {groups.map((group) => (
          <div key={group.title} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
            <dt className="text-ink-2">{group.title}</dt>
            <dd>
              {group.firms.length === 0 ? (
                t("firms.droppedOut.none")
              ) : (
                <TextList
                  items={group.firms.map((firm) => ({
                    key: firm.record.tenancy.id,
                    content: <DatedFirm firm={firm} moment={moment} />,
                  }))}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A firm with the date of its stage; one that left also with the furthest stage it had reached. */
function DatedFirm({ firm: { id, record }, moment }: { firm: PlacedFirm; moment: string }) {
  const text = useText();
  const { evidence } = record.fields.tenancyStage;
  const values = {
    firm: record.tenancy.firm,
    date: evidence === null ? text.t("firms.droppedOut.undated") : text.partialDate(evidence.date),
    link: (chunks: ReactNode) => (
      <a className="link" href={firmPath(id, moment)}>
        {chunks}
      </a>
    ),
  };
  if (record.values.tenancyStage !== "exited") {
    return text.t.rich("firms.droppedOut.firm", values);
  }
  const step = getFurthestStep(record);
  return step === null
    ? text.t.rich("firms.droppedOut.leftUnknown", values)
    : text.t.rich("firms.droppedOut.leftFirm", {
        ...values,
        stage: text.termLabel("tenancyStage", step),
      });
}
