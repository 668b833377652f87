import type { ReactNode } from "react";
import { TermTable, TextTable } from "@/components/layout/term-table";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { fieldAnchor, valueAnchor } from "@/lib/catalogue/glossary-path";
import type { FieldSpec } from "@/lib/catalogue/kinds";
import type { VocabularyKey } from "@/lib/catalogue/vocabularies";
import { useText } from "@/lib/text/use-text";

/**
 * A table of entries under its heading; both are hidden while no entry matches the search.
 * @param table named by the heading, whose id is that of the section with `-title`
 */
function EntrySection({ id, title, table }: { id: string; title: string; table: ReactNode }) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="prose mt-6 scroll-mt-4 not-has-[[data-entry]:not([hidden])]:hidden"
    >
      <h3 id={`${id}-title`} className="font-semibold">
        {title}
      </h3>
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
  return (
    <EntrySection
      id={id}
      title={title}
      table={
        <TextTable
          labelledBy={`${id}-title`}
          heads={[
            { title: text.t("glossary.fields.field"), className: "max-sm:w-[38%]" },
            // A phone has no room for it; there, each row says it under its meaning.
            { title: text.t("glossary.fields.value"), className: "max-sm:hidden" },
            { title: text.t("glossary.meaning") },
          ]}
        >
          {fields.map((key) => (
            <FieldRow key={key} name={key} />
          ))}
        </TextTable>
      }
    />
  );
}

function FieldRow({ name }: { name: FieldKey }) {
  const text = useText();
  const spec = fieldSpec(name);
  const label = text.fieldLabel(name);
  return (
    <tr
      id={fieldAnchor(name)}
      data-entry={`${label} ${name}`.toLowerCase()}
      className="scroll-mt-4 target:bg-accent-wash"
    >
      <th scope="row" className="text-start">
        <b>{label}</b>
        <br />
        <code className="text-ink-3">{name}</code>
      </th>
      <td className="max-sm:hidden">
        <Kind spec={spec} />
      </td>
      <td>
        {text.fieldDefinition(name)}
        <span className="block text-12 text-ink-3 sm:hidden">
          <Kind spec={spec} />
        </span>
        {spec.kind === "level" ? (
          <ol start={0} className="my-1">
            {spec.levels.map((level, at) => (
              <li key={level}>{text.levelMeaning(name, at)}</li>
            ))}
          </ol>
        ) : null}
        <span className="block text-12 text-ink-3">
          {text.t(`glossary.change.${spec.group === "targets" ? "target" : spec.behaviour}`)}
        </span>
        {spec.freshFor === null ? null : (
          <span className="block text-12 text-ink-3">
            {text.t("glossary.change.outOfDate", { days: spec.freshFor })}
          </span>
        )}
      </td>
    </tr>
  );
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
        unit: spec.unit,
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
