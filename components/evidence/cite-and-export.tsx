import { DropPanel } from "@/components/layout/drop-panel";
import { CopyList } from "@/components/layout/page-actions";
import { DownloadIcon, QuoteIcon } from "@/components/ui/icons";
import { type Cited, longCitation, permalink, shortCitation } from "@/lib/text/citation";
import { useText } from "@/lib/text/use-text";
import { type DataFile, FileLinks } from "./file-links";

/** How to cite the page: two citations and the permanent link. */
export function CitePanel({ cited }: { cited: Cited }) {
  const text = useText();
  const what = text.t("ledger.cite.copied");
  return (
    <DropPanel
      label={text.t("ledger.cite.title")}
      className="w-[34rem] p-4"
      button={
        <>
          <QuoteIcon />
          {text.t("ledger.cite.button")}
        </>
      }
    >
      <CopyList
        items={[
          { label: text.t("ledger.cite.inText"), text: shortCitation(text, cited), what },
          { label: text.t("ledger.cite.reference"), text: longCitation(text, cited), what },
          { label: text.t("ledger.cite.permalink"), text: permalink(cited), what },
        ]}
      />
      <p className="mt-3 text-12 text-ink-3">{text.t("ledger.cite.note")}</p>
    </DropPanel>
  );
}

/** The files and API answers with the data of a page. */
export function ExportPanel({ label, files }: { label: string; files: readonly DataFile[] }) {
  const text = useText();
  return (
    <DropPanel
      label={label}
      className="w-72 py-1.5"
      button={
        <>
          <DownloadIcon />
          {text.t("ledger.export.button")}
        </>
      }
    >
      <FileLinks files={files} />
      <p className="px-3.5 py-1.5 text-12 text-ink-3">{text.t("ledger.export.note")}</p>
    </DropPanel>
  );
}
