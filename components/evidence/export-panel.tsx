import { DropPanel } from "@/components/ui/drop-panel";
import { DownloadIcon } from "@/components/ui/icons";
import type { DataFile } from "./zone-files";

/** What a page shows as files and as answers of the API. */
export function ExportPanel({ label, files }: { label: string; files: readonly DataFile[] }) {
  return (
    <DropPanel
      label={label}
      className="w-72 py-1.5"
      button={
        <>
          <DownloadIcon />
          Export
        </>
      }
    >
      <ul>
        {files.map(({ name, hint, href, file }) => (
          <li key={name}>
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
      <p className="px-3.5 py-1.5 text-12 text-ink-3">
        As of this day and version. Compiled data under CC BY 4.0.
      </p>
    </DropPanel>
  );
}
