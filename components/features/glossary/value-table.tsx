import { valueAnchor } from "@/lib/catalogue/glossary-path";
import { getStep, listTerms, VOCABULARIES, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import { useText } from "@/lib/text/use-text";
import { EntryTable } from "./entry-table";

/** The values of a list, those of an ordered list with their step, and what each means. */
export function ValueTable({
  id,
  title,
  vocabulary,
}: {
  id: string;
  title: string;
  vocabulary: VocabularyKey;
}) {
  const text = useText();
  const { ordered } = VOCABULARIES[vocabulary];
  return (
    <EntryTable
      id={id}
      title={title}
      heads={[
        text.t("glossary.values.value"),
        ...(ordered ? [text.t("glossary.values.step")] : []),
        text.t("glossary.meaning"),
      ]}
    >
      {listTerms(vocabulary).map(({ value }) => {
        const label = text.termLabel(vocabulary, value);
        const step = getStep(vocabulary, value);
        return (
          <tr
            key={value}
            id={valueAnchor(vocabulary, value)}
            data-entry={`${label} ${value}`.toLowerCase()}
            className="scroll-mt-4 target:bg-accent-wash"
          >
            <th scope="row">
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
    </EntryTable>
  );
}
