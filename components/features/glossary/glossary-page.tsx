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
import { TermEntry } from "./term-entry";
import "./glossary.css";

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

/** The terms with their definitions, by the alphabet of the reader's language. */
function TermList() {
  const text = useText();
  const entries = GLOSSARY_KEYS.map((key) => toEntry(text, key)).sort((a, b) =>
    a.label.localeCompare(b.label, text.locale),
  );
  return (
    <div className="grid gap-x-10 md:grid-cols-2 print:grid-cols-2">
      {entries.map((entry) => (
        <TermEntry key={entry.anchor} {...entry} />
      ))}
    </div>
  );
}

/** What the entry of a term shows, in words. */
function toEntry(text: Text, name: GlossaryKey) {
  const { label, definition, related, api, columns, source } = {
    ...GLOSSARY[name],
    ...text.translatedTerm(name),
  };
  const names = [
    { title: text.t("glossary.terms.api"), codes: api },
    { title: text.t("glossary.terms.columns"), codes: columns },
  ];
  return {
    anchor: termAnchor(name),
    label,
    definition,
    related: {
      title: text.t("glossary.terms.related"),
      terms: related.map((key) => ({
        anchor: termAnchor(key),
        label: text.translatedTerm(key).label ?? GLOSSARY[key].label,
      })),
    },
    names: names.filter(({ codes }) => codes.length > 0),
    source: source && {
      title: text.t("glossary.terms.source"),
      page: source.title,
      url: source.url,
    },
    found: api,
  };
}
