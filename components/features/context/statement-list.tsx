import { SourceReference } from "@/components/evidence/source-reference";
import type { ContextItem, Source } from "@/lib/evidence/ledger-records";
import { formatPeriod } from "@/lib/text/context-words";
import { useText } from "@/lib/text/use-text";
import { StatementEntry } from "./context-entries";

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
        <StatementEntry
          key={key}
          id={key}
          label={label}
          period={formatPeriod(text, period)}
          statement={statement ?? ""}
          note={sourceNote}
          source={
            <SourceReference id={sourceId} source={sources.get(sourceId)} brief moment={moment} />
          }
        />
      ))}
    </ul>
  );
}
