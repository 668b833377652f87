import type { ReactNode } from "react";
import { valueAnchor } from "@/lib/catalogue/glossary-path";
import { getStep, listTerms, VOCABULARIES, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { TermRow } from "./term-row";

/** The name of a table, or the id of the heading that names it. */
type TableName =
  | { readonly label: string; readonly labelledBy?: never }
  | { readonly labelledBy: string; readonly label?: never };

type TextTableProps = TableName & {
  /** Heads of the columns, each with classes for its width. */
  heads: readonly { readonly title: string; readonly className?: string }[];
  children: ReactNode;
};

/** A table in the text. On a phone its columns have fixed widths and long words break, so that it fits. */
export function TextTable({ label, labelledBy, heads, children }: TextTableProps) {
  return (
    <table
      aria-label={label}
      aria-labelledby={labelledBy}
      className="text-table max-sm:table-fixed"
    >
      <thead>
        <tr>
          {heads.map(({ title, className }) => (
            <th key={title} scope="col" className={className}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

type TermTableProps = TableName & {
  vocabulary: VocabularyKey;
  /** The rows are entries of the glossary: links lead to them, and its search finds them. */
  entries?: boolean;
};

/** Every value of a list with its definition, those of an ordered list with their step. */
export function TermTable({ vocabulary, entries = false, ...name }: TermTableProps) {
  const text = useText();
  const { ordered } = VOCABULARIES[vocabulary];
  return (
    <TextTable
      {...name}
      heads={[
        { title: text.t("glossary.values.value"), className: "w-[38%] sm:w-[30%]" },
        ...(ordered
          ? [{ title: text.t("glossary.values.step"), className: "w-[16%] sm:w-[12%]" }]
          : []),
        { title: text.t("glossary.meaning") },
      ]}
    >
      {listTerms(vocabulary).map(({ value }) => {
        const label = text.termLabel(vocabulary, value);
        const step = getStep(vocabulary, value);
        return (
          <TermRow
            key={value}
            id={entries ? valueAnchor(vocabulary, value) : undefined}
            label={label}
            value={value}
            step={ordered ? describeStep(text, step) : undefined}
            definition={text.termDefinition(vocabulary, value)}
          />
        );
      })}
    </TextTable>
  );
}

/** The step of an ordered list from 1; null: the value is on none. */
function describeStep(text: Text, step: number | null): string {
  return step === null ? text.t("glossary.values.noStep") : text.number(step + 1);
}
