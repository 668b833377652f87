import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { valueAnchor } from "@/lib/catalogue/glossary-path";
import { getStep, listTerms, VOCABULARIES, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import { useText } from "@/lib/text/use-text";

/** The name of a table, or the id of the heading that names it. */
type TableName =
  | { readonly label: string; readonly labelledBy?: never }
  | { readonly labelledBy: string; readonly label?: never };

type TextTableProps = TableName & {
  /** Heads of the columns, each with classes for its width on a phone; the rest is shared. */
  heads: readonly { readonly title: string; readonly className?: string }[];
  children: ReactNode;
};

/** A table in the text. On a phone its columns have fixed widths and long words break, so that it fits. */
export function TextTable({ label, labelledBy, heads, children }: TextTableProps) {
  return (
    <table
      aria-label={label}
      aria-labelledby={labelledBy}
      className="w-full break-words text-start max-sm:table-fixed [&_tbody_th]:text-ink"
    >
      <thead>
        <tr>
          {heads.map(({ title, className }) => (
            <th key={title} scope="col" className={cx("text-start", className)}>
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
        { title: text.t("glossary.values.value"), className: "max-sm:w-[36%]" },
        ...(ordered
          ? [{ title: text.t("glossary.values.step"), className: "max-sm:w-[16%]" }]
          : []),
        { title: text.t("glossary.meaning") },
      ]}
    >
      {listTerms(vocabulary).map(({ value }) => {
        const label = text.termLabel(vocabulary, value);
        const step = getStep(vocabulary, value);
        return (
          <tr
            key={value}
            id={entries ? valueAnchor(vocabulary, value) : undefined}
            data-entry={entries ? `${label} ${value}`.toLowerCase() : undefined}
            className={entries ? "scroll-mt-4 target:bg-accent-wash" : undefined}
          >
            <th scope="row" className="text-start">
              <b className="sm:whitespace-nowrap">{label}</b>
              <br />
              <code className="text-ink-3">{value}</code>
            </th>
            {ordered ? (
              <td>{step === null ? text.t("glossary.values.noStep") : text.number(step + 1)}</td>
            ) : null}
            <td>{text.termDefinition(vocabulary, value)}</td>
          </tr>
        );
      })}
    </TextTable>
  );
}
