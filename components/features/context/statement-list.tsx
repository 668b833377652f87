import { describeSource } from "@/components/evidence/source-reference";
import { sourcePath } from "@/lib/evidence/addresses";
import type { ContextItem, Source } from "@/lib/evidence/ledger-records";
import { packRecords } from "@/lib/evidence/packed-records";
import { formatPeriod } from "@/lib/text/context-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { StatementEntries, type StatementWords } from "./context-entries";

interface StatementListProps {
  statements: readonly ContextItem[];
  sources: ReadonlyMap<string, Source>;
  /** The parameters of the moment in the address. */
  moment: readonly (readonly [string, string])[];
}

/** What sources state without a number: the words with their author, the source and its date. */
export function StatementList({ statements, sources, moment }: StatementListProps) {
  const text = useText();
  const rows = statements.map(
    ({ key, label, statement, period, sourceId, sourceNote, quotation }): StatementWords => ({
      id: key,
      label,
      period: formatPeriod(text, period),
      statement: statement ?? "",
      note: sourceNote ?? undefined,
      quotation: quotation ?? undefined,
      ...describeReference(text, sourceId, sources, moment),
    }),
  );
  return <StatementEntries statements={packRecords(rows)} />;
}

/** A source in words, and the page of what is based on it. */
export function describeReference(
  text: Text,
  id: string,
  sources: StatementListProps["sources"],
  moment: StatementListProps["moment"],
): Pick<StatementWords, "source" | "sourcePage"> {
  const source = sources.get(id);
  return source === undefined
    ? { source: id }
    : { source: describeSource(text, source), sourcePage: sourcePath(id, moment) };
}
