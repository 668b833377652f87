import { CitePanel } from "@/components/evidence/cite-panel";
import { ExportPanel } from "@/components/evidence/export-panel";
import { PrintButton, ShareButton } from "@/components/layout/page-actions";
import { toSearch } from "@/lib/query/search-string";
import { longCitation, permalinkPath } from "@/lib/text/citation";
import { evidenceOn, summarizeEvidence } from "@/lib/text/evidence-summary";
import { firmSummary } from "@/lib/text/firm-summary";
import { INVESTORS_PATH } from "@/lib/text/firm-words";
import { useText } from "@/lib/text/use-text";
import { firmFiles } from "./firm-files";
import type { FirmPageProps } from "./firm-page";

/** Who the firm is, what is known of it in a few sentences, and what can be done with the page. */
export function FirmHead({ view, cited }: FirmPageProps) {
  const { firms, asOf, moment, sources } = view;
  const text = useText();
  const evidence = firms.flatMap(({ record }) => evidenceOn(record.fields));
  return (
    <header className="mb-8">
      <nav aria-label="Path" className="no-print mb-2.5 text-12 text-ink-3">
        <a className="hover:text-ink hover:underline" href={INVESTORS_PATH + toSearch(moment)}>
          Investors
        </a>
      </nav>
      <h1 className="text-balance font-serif text-28 tracking-[-0.018em] sm:text-42">
        {cited.name}
      </h1>
      <p className="mt-4 max-w-[58rem] text-pretty font-serif text-17 sm:text-[1.1875rem] sm:leading-7">
        {firmSummary(firms, asOf)}
      </p>
      <div className="no-print mt-5 flex flex-wrap items-center gap-2">
        <CitePanel cited={cited} />
        <ShareButton path={permalinkPath(cited)} />
        <ExportPanel label="Export this firm" files={firmFiles(firms, cited)} />
        <PrintButton />
      </div>
      <p className="mt-3 text-12 text-ink-3">{summarizeEvidence(text, evidence, sources)}</p>
      <p className="mt-2 hidden break-words text-12 text-ink-2 print:block">
        {longCitation(text, cited)}
      </p>
    </header>
  );
}
