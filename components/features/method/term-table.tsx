import { listTerms, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import { TextTable } from "./part";

/** Props of a table of terms. */
export interface TermTableProps {
  vocabulary: VocabularyKey;
  /** Name of the table, read aloud. */
  label: string;
  /** Title of a further column, and what stands in it for each value. */
  more?: { readonly title: string; readonly of: (value: string) => string };
}

/** Every term of a vocabulary with its definition: steps in their order, then what stands aside. */
export function TermTable({ vocabulary, label, more }: TermTableProps) {
  return (
    <TextTable label={label}>
      <thead>
        <tr>
          <th scope="col">Word</th>
          {more ? <th scope="col">{more.title}</th> : null}
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {listTerms(vocabulary).map(({ value, label: word, definition }) => (
          <tr key={value}>
            <td>
              <b className="whitespace-nowrap">{word}</b>
              <br />
              <code className="text-ink-3">{value}</code>
            </td>
            {more ? <td className="whitespace-nowrap">{more.of(value)}</td> : null}
            <td>{definition}</td>
          </tr>
        ))}
      </tbody>
    </TextTable>
  );
}
