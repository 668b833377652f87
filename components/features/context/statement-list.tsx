import { SourceReference } from "@/components/evidence/source-reference";
import { Original } from "@/components/ui/original";
import type { ContextItem, Source } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";

interface StatementListProps {
  statements: readonly ContextItem[];
  sources: ReadonlyMap<string, Source>;
  /** The parameters of the moment in the address. */
  moment: readonly (readonly [string, string])[];
}

/** What sources state without a number: the words with their author, the source and its date. */
export function StatementList({ statements, sources, moment }: StatementListProps) {
  const text = useText();
  return (
    <ul>
      {statements.map(({ key, label, statement, period, sourceId, sourceNote }) => (
        <li
          key={key}
          id={key}
          className="scroll-mt-4 break-inside-avoid border-line border-t py-2 target:bg-accent-wash"
        >
          <b className="font-medium">
            <Original>{label}</Original>
          </b>{" "}
          <span className="text-12 text-ink-2">{text.partialDate(period)}</span>
          <p className="max-w-[80ch]">
            <Original>{statement}</Original>
          </p>
          <p className="text-12">
            {sourceNote === null ? null : (
              <span className="text-ink-2">
                <Original>{sourceNote}</Original>{" "}
              </span>
            )}
            <SourceReference id={sourceId} source={sources.get(sourceId)} brief moment={moment} />
          </p>
        </li>
      ))}
    </ul>
  );
}
