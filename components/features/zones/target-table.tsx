import { EvidenceLink } from "@/components/evidence/evidence-link";
import { SourceReference } from "@/components/evidence/source-reference";
import type { ZoneView } from "@/lib/evidence/zone-view";
import type { TargetHistory } from "@/lib/targets/targets";
import { formatPartialDate } from "@/lib/text/format-date";
import {
  historyInWords,
  outcomeInWords,
  promisedThing,
  slipInWords,
} from "@/lib/text/target-words";
import type { Day } from "@/lib/time/day";

/** Props of the table of promises. */
export interface PromiseTableProps {
  targets: readonly TargetHistory[];
  asOf: Day;
  sources: ZoneView["sources"];
}

/** Every promise in words: when and by whom it was made, for when, how far it slipped, and what became of it. */
export function PromiseTable({ targets, asOf, sources }: PromiseTableProps) {
  return (
    <table className="mt-4 block w-full border-collapse text-left text-12 sm:table">
      <caption className="sr-only">Promises and what became of them</caption>
      <thead className="hidden text-ink-3 sm:table-header-group">
        <tr>
          {["Made", "For", "Against the one before", "What became of it", "Source"].map((head) => (
            <th key={head} scope="col" className="border-line-2 border-b py-1 pr-3 font-normal">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {targets.map((target) => (
        <tbody key={target.field} className="block sm:table-row-group">
          <tr className="block sm:table-row">
            <th
              scope="rowgroup"
              colSpan={5}
              className="block pt-3 pb-1 font-normal text-ink-2 sm:table-cell"
            >
              <EvidenceLink field={target.field} className="font-semibold text-13 text-ink">
                {promisedThing(target.field)}
              </EvidenceLink>{" "}
              {historyInWords(target)}
            </th>
          </tr>
          {target.targets.map((promise) => {
            const { evidence, targetDate: promised, slip, outcome } = promise;
            const { sourceId, id } = evidence.claim;
            return (
              <tr
                key={id}
                className="grid grid-cols-2 gap-x-3 border-line border-t py-1 sm:table-row sm:py-0 [&>td]:sm:py-1 [&>td]:sm:pr-3 [&>td]:sm:align-baseline"
              >
                <td className="tabular whitespace-nowrap text-ink-2">
                  <span className="sm:hidden">said </span>
                  {formatPartialDate(evidence.date)}
                </td>
                <td className="tabular whitespace-nowrap font-medium">
                  <span className="font-normal sm:hidden">for </span>
                  {formatPartialDate(promised)}
                </td>
                <td className={slip === null ? "tabular text-ink-3 max-sm:hidden" : "tabular"}>
                  {slip === null ? "first" : slipInWords(slip)}
                </td>
                <td
                  className={
                    outcome.state === "missed"
                      ? "text-amber-ink max-sm:col-span-2"
                      : outcome.state === "not-known"
                        ? "unknown max-sm:col-span-2"
                        : "max-sm:col-span-2"
                  }
                >
                  {outcomeInWords(target.field, promise, asOf)}
                </td>
                <td className="text-11 max-sm:col-span-2">
                  <SourceReference id={sourceId} source={sources.get(sourceId)} brief />
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
