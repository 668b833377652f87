import type { ReleaseFileAnswer } from "@/lib/contract/release-answer";
import { ZIP_TYPE } from "@/lib/formats/file-types";
import { useText } from "@/lib/text/use-text";

/** Files of a release with their sizes and checksums. */
export function ReleaseFiles({ files }: { files: readonly ReleaseFileAnswer[] }) {
  const text = useText();
  const { t } = text;
  return (
    <ul className="border-line border-t text-13">
      {files.map(({ name, path, type, records, size, sha256 }) => (
        <li
          key={name}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-line border-b py-1.5 md:grid-cols-[9rem_7rem_5rem_minmax(0,1fr)]"
        >
          <a className="link" href={path}>
            <bdi>{name}</bdi>
          </a>
          <span className="tabular text-end text-ink-2 max-md:hidden">
            {records !== null
              ? t("data.releases.records", { count: records })
              : type === ZIP_TYPE
                ? null
                : t("data.releases.noRecords")}
          </span>
          <span className="tabular text-end text-ink-2">{text.fileSize(size)}</span>
          <code className="text-12 text-ink-3 [overflow-wrap:anywhere] max-md:col-span-2">
            <span className="sr-only">{t("data.releases.checksum")} </span>
            {sha256}
          </code>
        </li>
      ))}
    </ul>
  );
}
