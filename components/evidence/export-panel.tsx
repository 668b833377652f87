import { DropPanel } from "@/components/ui/drop-panel";
import { DownloadIcon } from "@/components/ui/icons";
import { useText } from "@/lib/text/use-text";

/** A file or an answer of the API with the data of a page. */
export interface DataFile {
  readonly name: string;
  readonly hint: string;
  /** Path with its query. */
  readonly href: string;
  /** Is it saved as a file? Otherwise it opens as an answer. */
  readonly file: boolean;
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
      <ul>
        {files.map(({ name, hint, href, file }) => (
          <li key={href}>
            <a
              href={href}
              download={file || undefined}
              className="flex min-h-8 items-center gap-2.5 px-3.5 py-1 hover:bg-accent-wash hover:text-accent pointer-coarse:min-h-11"
            >
              <b className="min-w-16">{name}</b>
              <span className="text-12 text-ink-3">{hint}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="px-3.5 py-1.5 text-12 text-ink-3">{text.t("ledger.export.note")}</p>
    </DropPanel>
  );
}
