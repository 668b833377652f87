import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { glossaryPath, termAnchor } from "@/lib/catalogue/glossary-path";
import type { GlossaryKey } from "@/lib/catalogue/terms";
import { getStep, listTerms, VOCABULARIES, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import { useText } from "@/lib/text/use-text";

/** A word that links to its entry in the glossary. A plain link, so that the page needs no script. */
export function TermLink({ of, children }: { of: GlossaryKey; children: ReactNode }) {
  return (
    <a className="link" href={glossaryPath(termAnchor(of))}>
      {children}
    </a>
  );
}

interface Definition {
  readonly key: string;
  readonly label: ReactNode;
  readonly definition: ReactNode;
}

/** Words and what each means: side by side, on a phone one above the other. */
export function Definitions({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-y-2">
      {items.map(({ key, label, definition }) => (
        <div key={key} className="contents">
          <dt className="font-semibold">{label}</dt>
          <dd className="max-sm:mb-2">{definition}</dd>
        </div>
      ))}
    </dl>
  );
}

interface TextTableProps {
  /** Accessible name. */
  label: string;
  /** Heads of the columns, each with the width of its column on a phone; the rest is shared. */
  heads: readonly { readonly title: string; readonly width?: string }[];
  children: ReactNode;
}

/** A table in the text. On a phone its columns have fixed widths and long words break, so that it fits. */
export function TextTable({ label, heads, children }: TextTableProps) {
  return (
    <table
      aria-label={label}
      className="w-full break-words text-start max-sm:table-fixed [&_tbody_th]:text-ink"
    >
      <thead>
        <tr>
          {heads.map(({ title, width }) => (
            <th key={title} scope="col" className={cx("text-start", width)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** Every value of a list with its definition, those of an ordered list with their step. */
export function TermTable({ vocabulary, label }: { vocabulary: VocabularyKey; label: string }) {
  const text = useText();
  const { ordered } = VOCABULARIES[vocabulary];
  return (
    <TextTable
      label={label}
      heads={[
        { title: text.t("method.table.value"), width: "max-sm:w-[36%]" },
        ...(ordered ? [{ title: text.t("method.table.step"), width: "max-sm:w-[16%]" }] : []),
        { title: text.t("method.table.meaning") },
      ]}
    >
      {listTerms(vocabulary).map(({ value }) => {
        const step = getStep(vocabulary, value);
        return (
          <tr key={value}>
            <th scope="row" className="text-start">
              <b className="sm:whitespace-nowrap">{text.termLabel(vocabulary, value)}</b>
              <br />
              <code className="text-ink-3">{value}</code>
            </th>
            {ordered ? (
              <td>{step === null ? text.t("method.table.noStep") : text.number(step + 1)}</td>
            ) : null}
            <td>{text.termDefinition(vocabulary, value)}</td>
          </tr>
        );
      })}
    </TextTable>
  );
}
