import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { fieldAnchor, valueAnchor } from "@/lib/catalogue/glossary-path";
import type { FieldSpec } from "@/lib/catalogue/kinds";
import { getStep, listTerms, VOCABULARIES, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import { useText } from "@/lib/text/use-text";

interface EntryTableProps {
  id: string;
  title: string;
  /** Heads of the columns, each with classes for its width on a phone. */
  heads: readonly { readonly title: string; readonly className?: string }[];
  children: ReactNode;
}

/**
 * A table of entries under its heading; both are hidden while no entry matches the search. On a phone
 * its columns have fixed widths and long words break, so that it fits.
 */
function EntryTable({ id, title, heads, children }: EntryTableProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="prose mt-6 scroll-mt-4 not-has-[[data-entry]:not([hidden])]:hidden"
    >
      <h3 id={`${id}-title`} className="font-semibold">
        {title}
      </h3>
      <table
        aria-labelledby={`${id}-title`}
        className="w-full break-words text-start max-sm:table-fixed [&_tbody_th]:text-ink"
      >
        <thead>
          <tr>
            {heads.map(({ title: head, className }) => (
              <th key={head} scope="col" className={cx("text-start", className)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
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
    <EntryTable
      id={id}
      title={title}
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
    </EntryTable>
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
  const text = useText();
  const { ordered } = VOCABULARIES[vocabulary];
  return (
    <EntryTable
      id={id}
      title={title}
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
            id={valueAnchor(vocabulary, value)}
            data-entry={`${label} ${value}`.toLowerCase()}
            className="scroll-mt-4 target:bg-accent-wash"
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
    </EntryTable>
  );
}
