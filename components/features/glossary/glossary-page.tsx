import { ContentsList } from "@/components/layout/contents-list";
import {
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  ZONE_FIELD_KEYS,
} from "@/lib/catalogue/fields";
import { valueAnchor } from "@/lib/catalogue/glossary-path";
import { GROUPS, type GroupKey } from "@/lib/catalogue/groups";
import { VOCABULARIES, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { FieldGroup } from "./field-group";
import { GlossarySearch } from "./glossary-search";
import { TermList } from "./term-list";
import { ValueTable } from "./value-table";

const FIELDS: readonly FieldKey[] = [...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS];
const GROUP_KEYS = Object.keys(GROUPS) as GroupKey[];
const VOCABULARY_KEYS = Object.keys(VOCABULARIES) as VocabularyKey[];

/** Every term, field and value: what it means, and its names in the API and the files. */
export function GlossaryPage() {
  const text = useText();
  const groups = GROUP_KEYS.map((group) => ({
    id: `fields-${group}`,
    title: text.groupLabel(group),
    fields: FIELDS.filter((key) => fieldSpec(key).group === group),
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
    <>
      <header className="mb-8">
        <h1 className="font-serif text-28 tracking-[-0.018em] sm:text-42">
          {text.t("glossary.title")}
        </h1>
        <p className="mt-3 max-w-[60ch] text-pretty font-serif text-17">
          {text.t("glossary.lead")}
        </p>
      </header>
      <div className="grid gap-x-14 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <ContentsList parts={parts} />
        <div className="grid min-w-0 content-start gap-y-10">
          <GlossarySearch />
          <section id="terms" aria-labelledby="terms-title" className={PART}>
            <h2 id="terms-title" className="mb-3 font-serif text-21">
              {text.t("glossary.terms.title")}
            </h2>
            <TermList />
          </section>
          <section id="fields" aria-labelledby="fields-title" className={PART}>
            <h2 id="fields-title" className="mb-2 font-serif text-21">
              {text.t("glossary.fields.title")}
            </h2>
            <p className="max-w-[68ch] text-pretty text-15">
              {text.t.rich("glossary.fields.lead", {
                count: FIELDS.length,
                link: (words) => (
                  <a className="link" href="/api/v1/fields">
                    {words}
                  </a>
                ),
              })}
            </p>
            {groups.map(({ id, title, fields }) => (
              <FieldGroup key={id} id={id} title={title} fields={fields} />
            ))}
          </section>
          <section id="values" aria-labelledby="values-title" className={PART}>
            <h2 id="values-title" className="mb-2 font-serif text-21">
              {text.t("glossary.values.title")}
            </h2>
            <p className="max-w-[68ch] text-pretty text-15">{text.t("glossary.values.lead")}</p>
            {lists.map(({ id, title, vocabulary }) => (
              <ValueTable key={id} id={id} title={title} vocabulary={vocabulary} />
            ))}
          </section>
        </div>
      </div>
    </>
  );
}

/** A part without an entry that matches the search is hidden with its heading. */
const PART = "min-w-0 scroll-mt-4 not-has-[[data-entry]:not([hidden])]:hidden";

/** The name of a list of values: that of the one field that uses it; the indicators share theirs. */
function vocabularyTitle(text: Text, vocabulary: VocabularyKey): string {
  if (vocabulary === "indicator") return text.t("glossary.values.indicator");
  const user = FIELDS.find((key) => {
    const spec = fieldSpec(key);
    return spec.kind === "choice" && spec.vocabulary === vocabulary;
  });
  return user ? text.fieldLabel(user) : vocabulary;
}
