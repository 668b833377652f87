import { Fragment, type ReactNode } from "react";
import { ContentsList, Section } from "@/components/layout/section";
import { FIELD_KEYS, fieldSpec } from "@/lib/catalogue/fields";
import { termAnchor, valueAnchor } from "@/lib/catalogue/glossary-path";
import { GROUP_KEYS } from "@/lib/catalogue/groups";
import { GLOSSARY, GLOSSARY_KEYS, type GlossaryKey } from "@/lib/catalogue/terms";
import { VOCABULARIES, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { FieldGroup, ValueTable } from "./entry-tables";
import { GlossarySearch } from "./glossary-search";

const VOCABULARY_KEYS = Object.keys(VOCABULARIES) as VocabularyKey[];

/** Every term, field and value: what it means, and its names in the API and the files. */
export function GlossaryPage() {
  const text = useText();
  const groups = GROUP_KEYS.map((group) => ({
    id: `fields-${group}`,
    title: text.groupLabel(group),
    fields: FIELD_KEYS.filter((key) => fieldSpec(key).group === group),
  }));
  const lists = VOCABULARY_KEYS.map((vocabulary) => ({
    id: valueAnchor(vocabulary),
    title: vocabularyTitle(text, vocabulary),
    vocabulary,
  }));
  const parts = [
    { id: "terms", title: text.t("glossary.terms.title") },
    { id: "fields", title: text.t("glossary.fields.title"), parts: groups },
    { id: "values", title: text.t("glossary.values.title"), parts: lists },
  ];
  return (
    <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)] print:grid-cols-[minmax(0,1fr)]">
      <ContentsList parts={parts} />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-y-10">
        <GlossarySearch />
        <Section
          id="terms"
          title={text.t("glossary.terms.title")}
          size="large"
          className={WITH_MATCHES}
        >
          <TermList />
        </Section>
        <Section
          id="fields"
          title={text.t("glossary.fields.title")}
          lead={text.t.rich("glossary.fields.lead", {
            count: FIELD_KEYS.length,
            link: (words) => (
              <a className="link" href="/api/v1/fields">
                {words}
              </a>
            ),
          })}
          size="large"
          className={WITH_MATCHES}
        >
          {groups.map(({ id, title, fields }) => (
            <FieldGroup key={id} id={id} title={title} fields={fields} />
          ))}
        </Section>
        <Section
          id="values"
          title={text.t("glossary.values.title")}
          lead={text.t("glossary.values.lead")}
          size="large"
          className={WITH_MATCHES}
        >
          {lists.map(({ id, title, vocabulary }) => (
            <ValueTable key={id} id={id} title={title} vocabulary={vocabulary} />
          ))}
        </Section>
      </div>
    </div>
  );
}

/** A part without an entry that matches the search is hidden with its heading. */
const WITH_MATCHES = "not-has-[[data-entry]:not([hidden])]:hidden";

/** The name of a list of values: that of the one field that uses it; the indicators share theirs. */
function vocabularyTitle(text: Text, vocabulary: VocabularyKey): string {
  if (vocabulary === "indicator") return text.t("glossary.values.indicator");
  const user = FIELD_KEYS.find((key) => {
    const spec = fieldSpec(key);
    return spec.kind === "choice" && spec.vocabulary === vocabulary;
  });
  return user ? text.fieldLabel(user) : vocabulary;
}

/** The terms with their definitions, in the order in which one explains the next. */
function TermList() {
  return (
    <div className="grid gap-x-10 md:grid-cols-2">
      {GLOSSARY_KEYS.map((key) => (
        <TermEntry key={key} name={key} />
      ))}
    </div>
  );
}

function TermEntry({ name }: { name: GlossaryKey }) {
  const text = useText();
  const { label, definition, related, api, columns } = {
    ...GLOSSARY[name],
    ...text.translatedTerm(name),
  };
  const anchor = termAnchor(name);
  return (
    <div
      id={anchor}
      data-entry={[label, ...api].join(" ").toLowerCase()}
      className="scroll-mt-4 border-line border-t py-3 target:bg-accent-wash"
    >
      <h3 className="font-semibold text-15">
        <a href={`#${anchor}`} className="hover:text-accent hover:underline">
          {label}
        </a>
      </h3>
      <p className="mt-0.5 max-w-[68ch] text-pretty">{definition}</p>
      <dl className="mt-1 grid gap-0.5 text-12 text-ink-3">
        <NameLine title={text.t("glossary.terms.related")}>
          {related.map((key, at) => (
            <Fragment key={key}>
              {at > 0 ? " · " : null}
              <a className="link" href={`#${termAnchor(key)}`}>
                {text.translatedTerm(key).label ?? GLOSSARY[key].label}
              </a>
            </Fragment>
          ))}
        </NameLine>
        {api.length > 0 ? (
          <NameLine title={text.t("glossary.terms.api")}>
            <Codes names={api} />
          </NameLine>
        ) : null}
        {columns.length > 0 ? (
          <NameLine title={text.t("glossary.terms.columns")}>
            <Codes names={columns} />
          </NameLine>
        ) : null}
      </dl>
    </div>
  );
}

function NameLine({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex gap-x-2">
      <dt className="flex-none">{title}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

function Codes({ names }: { names: readonly string[] }) {
  return names.map((name, at) => (
    <Fragment key={name}>
      {at > 0 ? " · " : null}
      <code>{name}</code>
    </Fragment>
  ));
}
