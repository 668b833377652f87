import type { ReactNode } from "react";
import { TermTable, TextTable } from "@/components/layout/term-table";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { fieldAnchor, valueAnchor } from "@/lib/catalogue/glossary-path";
import type { FieldSpec } from "@/lib/catalogue/kinds";
import type { VocabularyKey } from "@/lib/catalogue/vocabularies";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { FieldRow } from "./field-row";

interface EntrySectionProps {
  id: string;
  title: string;
  /** Under the title: what is true of every entry; empty: nothing. */
  note?: string;
  /** Named by the heading, whose id is that of the section with `-title`. */
  table: ReactNode;
}

/** A table of entries under its heading; both are hidden while no entry matches the search. Its columns are as wide as those of the others. */
function EntrySection({ id, title, note = "", table }: EntrySectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="prose mt-6 max-w-none scroll-mt-4 [&>table]:table-fixed not-has-[[data-entry]:not([hidden])]:hidden"
    >
      <h3 id={`${id}-title`} className="font-semibold">
        {title}
      </h3>
      {note === "" ? null : <p className="mt-0 text-12 text-ink-3">{note}</p>}
      {table}
    </section>
  );
}

/** The fields of a group: name, kind of value, meaning, and how it behaves over time. */
export function FieldGroup({
  id,
  title,
  fields,
}: {
  id: string;
  title: string;
  fields: readonly FieldKey[];
}) {
  const text = useText();
  const rows = fields.map((key) => toRow(text, key));
  // What holds for the whole group is said once.
  const shared =
    rows[0]?.notes.filter((note) => rows.every((row) => row.notes.includes(note))) ?? [];
  return (
    <EntrySection
      id={id}
      title={title}
      note={text.sentences(shared)}
      table={
        <TextTable
          labelledBy={`${id}-title`}
          heads={[
            { title: text.t("glossary.fields.field"), className: "w-[38%] sm:w-[30%]" },
            // A phone has no room for it; there, each row says it under its meaning.
            { title: text.t("glossary.fields.value"), className: "w-[20%] max-sm:hidden" },
            { title: text.t("glossary.meaning") },
          ]}
        >
          {rows.map(({ notes, ...row }) => (
            <FieldRow
              key={row.name}
              {...row}
              notes={notes.filter((note) => !shared.includes(note))}
            />
          ))}
        </TextTable>
      }
    />
  );
}

/** What the row of a field shows, in words. */
function toRow(text: Text, name: FieldKey) {
  const spec = fieldSpec(name);
  const { t } = text;
  return {
    id: fieldAnchor(name),
    label: text.fieldLabel(name),
    name,
    kind: <Kind spec={spec} />,
    definition: text.fieldDefinition(name),
    levels:
      spec.kind === "level" ? spec.levels.map((_, at) => text.levelMeaning(name, at) ?? "") : [],
    notes: [
      t(`glossary.change.${spec.group === "targets" ? "target" : spec.behaviour}`),
      ...(spec.freshFor === null ? [] : [t("glossary.change.outOfDate", { days: spec.freshFor })]),
    ],
  };
}

/** What the values of a field look like. */
function Kind({ spec }: { spec: FieldSpec }) {
  const text = useText();
  switch (spec.kind) {
    case "choice":
      return text.t.rich("glossary.kind.choice", {
        link: (words) => (
          <a className="link" href={`#${valueAnchor(spec.vocabulary)}`}>
            {words}
          </a>
        ),
      });
    case "number":
      return text.t("glossary.kind.number", {
        whole: spec.integer ? "yes" : "no",
        unit: text.unitWords(spec.unit).name,
        optional: spec.notApplicable ? "yes" : "no",
      });
    default:
      return text.t(`glossary.kind.${spec.kind}`);
  }
}

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
  return (
    <EntrySection
      id={id}
      title={title}
      table={<TermTable vocabulary={vocabulary} labelledBy={`${id}-title`} entries />}
    />
  );
}
