import { Swatch } from "@/components/charts/legend";
import { TARGET_TONES, TargetBar } from "@/components/evidence/target-bar";
import { cx } from "@/components/ui/cx";
import { getLabel } from "@/lib/catalogue/vocabularies";
import type { EvidenceIndex, Registry } from "@/lib/evidence/registry";
import { type ProvinceTargets, targetsByProvince } from "@/lib/targets/target-counts";
import { TARGET_STATES } from "@/lib/targets/targets";
import { formatDay } from "@/lib/text/format-date";
import { asSentence } from "@/lib/text/number-words";
import { describeRenewals, describeTargetCounts } from "@/lib/text/target-words";
import { useText } from "@/lib/text/use-text";
import { OpenPromises } from "./open-targets";

/** Props of the promises over all. */
export interface PromisesOverviewProps {
  registry: Registry;
  evidence: EvidenceIndex;
  /** The day looked at, where it is past; the links lead to the zones on it. */
  asOf: string | null;
}

/** What became of every promise by a day, for each province and over all: a bar for each, and its numbers. */
export function PromisesOverview({ registry, evidence, asOf }: PromisesOverviewProps) {
  const text = useText();
  const { provinces, all } = targetsByProvince(evidence, registry);
  const most = Math.max(1, ...provinces.map(({ total }) => total));
  return (
    <section aria-labelledby="promises-title" id="promises" className="mt-10 scroll-mt-4">
      <header className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 id="promises-title" className="title">
          Promises over all
        </h2>
        <p className="text-12 text-ink-2">what became of them by {formatDay(registry.asOf)}</p>
      </header>
      <p className="mb-3 max-w-[62ch] text-15">
        {describeTargetCounts(text, all.counts)}
        {all.total === 0 ? null : ` ${asSentence(`${describeRenewals(text, all.renewals)}.`)}`}
      </p>
      {all.total === 0 ? null : (
        <table className="w-full max-w-240 border-collapse text-left">
          <caption className="sr-only">Promises by province and by what became of them</caption>
          <thead className="text-12 text-ink-2">
            <tr>
              <th scope="col" className="border-line-2 border-b py-1 pr-3 font-normal">
                Province
              </th>
              <td className="w-full border-line-2 border-b max-sm:hidden" />
              {TARGET_STATES.map((state) => (
                <th
                  key={state}
                  scope="col"
                  title={text.t(`targets.state.${state}.definition`)}
                  className="whitespace-nowrap border-line-2 border-b py-1 pl-3 text-right align-bottom font-normal max-sm:whitespace-normal max-sm:pl-1.5"
                >
                  <span className="me-1 inline-block">
                    <Swatch tone={TARGET_TONES[state]} width={10} />
                  </span>
                  {text.t(`targets.state.${state}.label`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {provinces.map((promises) => (
              <CountRow
                key={promises.province ?? "unknown"}
                label={
                  promises.province === null
                    ? "Province unknown"
                    : getLabel("province", promises.province)
                }
                promises={promises}
                most={most}
              />
            ))}
            <CountRow
              label={`All ${all.zones.length} zones with promises`}
              promises={all}
              most={null}
            />
          </tbody>
        </table>
      )}
      <OpenPromises promises={all.open} zones={registry.zones} asOf={asOf} />
    </section>
  );
}

interface CountRowProps {
  label: string;
  promises: Pick<ProvinceTargets, "counts" | "renewals">;
  /** The greatest total, which fills the width; null: no bar. */
  most: number | null;
}

function CountRow({ label, promises: { counts, renewals }, most }: CountRowProps) {
  const text = useText();
  const bar =
    most === null ? null : (
      <>
        <TargetBar counts={counts} full={most} />
        <span className="meta block font-normal">{describeRenewals(text, renewals)}</span>
      </>
    );
  return (
    <tr className={cx("border-line border-b align-top", most === null && "font-semibold")}>
      <th scope="row" className="py-1.5 pr-3 font-medium sm:whitespace-nowrap">
        {label}
        {bar === null ? null : <span className="mt-1 block sm:hidden">{bar}</span>}
      </th>
      <td className="py-1.5 max-sm:hidden">{bar}</td>
      {TARGET_STATES.map((state) => (
        <td
          key={state}
          className={cx(
            "tabular py-1.5 pl-3 text-right max-sm:pl-1.5",
            counts[state] === 0 && "text-ink-3",
          )}
        >
          {counts[state]}
        </td>
      ))}
    </tr>
  );
}
