import { Anchor } from "@/components/layout/link";
import { PageTitle } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { Term } from "@/components/layout/term-link";
import { Original } from "@/components/ui/original";
import { Sentences } from "@/components/ui/sentences";
import { FIELD_KEYS } from "@/lib/catalogue/fields";
import type { ReleaseAnswer } from "@/lib/contract/answer-schemas";
import { LICENCE } from "@/lib/formats/file-notes";
import { useText } from "@/lib/text/use-text";
import { ApiReference } from "./api-reference";
import { type Citation, CitationList } from "./citation-list";
import { ReleaseList } from "./release-list";
import { type TableFacts, TableList, TakeThis } from "./table-list";
import { type DataCounts, TodaysFiles } from "./todays-files";

/** The sections of the page, in order; each key is also the anchor. */
const SECTIONS = ["take", "tables", "files", "releases", "dictionary", "api", "cite"] as const;

interface DataPageProps {
  counts: DataCounts;
  /** Latest first; null where they cannot be read now. */
  releases: readonly ReleaseAnswer[] | null;
  /** Path and query of today's zones as CSV, with the day and the revision. */
  pinned: string;
  /** What to cite, each with its entry for a list of references. */
  citations: readonly Citation[];
  tables: readonly TableFacts[];
}

/** Every way to get the data: files, releases and the API, with the dictionary, the licence and citations. */
export function DataPage(props: DataPageProps) {
  const { counts, releases, pinned, citations, tables } = props;
  const { t } = useText();
  return (
    <>
      <PageTitle
        title={t("data.meta.title")}
        lead={
          <Sentences
            of={[
              t.rich("data.lead", {
                zones: counts.zones,
                reports: counts.reports,
                sources: counts.sources,
                report: (words) => <Term of="report">{words}</Term>,
              }),
              releases === null
                ? null
                : t.rich("data.published", {
                    count: releases.length,
                    release: (words) => <Term of="release">{words}</Term>,
                  }),
            ]}
          />
        }
      />
      <nav aria-label={t("common.contents")} className="no-print mb-8">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {SECTIONS.map((key) => (
            <li key={key}>
              <a className="link inline-flex min-h-6 items-center" href={`#${key}`}>
                {t(`data.${key}.title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid gap-y-12">
        <TakeThis />
        <TableList tables={tables} />
        <TodaysFiles counts={counts} />
        <ReleaseList releases={releases} pinned={pinned} />
        <Dictionary />
        <ApiReference />
        <CiteData citations={citations} />
      </div>
    </>
  );
}

/** Where each field is defined. */
function Dictionary() {
  const { t } = useText();
  return (
    <Section
      id="dictionary"
      title={t("data.dictionary.title")}
      size="large"
      lead={t.rich("data.dictionary.lead", {
        count: FIELD_KEYS.length,
        fields: (words) => (
          <Anchor className="link" href="/glossary#fields">
            {words}
          </Anchor>
        ),
        values: (words) => (
          <Anchor className="link" href="/glossary#values">
            {words}
          </Anchor>
        ),
        json: (words) => (
          <a className="link" href="/api/v1/fields">
            {words}
          </a>
        ),
      })}
    />
  );
}

function CiteData({ citations }: Pick<DataPageProps, "citations">) {
  const { t } = useText();
  return (
    <Section
      id="cite"
      title={t("data.cite.title")}
      size="large"
      lead={t.rich("data.cite.lead", {
        licence: LICENCE.name,
        link: (words) => (
          <a className="link" href={LICENCE.url} rel="license">
            {words}
          </a>
        ),
      })}
    >
      <CitationList citations={citations} />
      <p className="mt-4 max-w-[68ch] text-12 text-ink-2">
        <Original>{t("files.boundaryNote")}</Original>
      </p>
    </Section>
  );
}
