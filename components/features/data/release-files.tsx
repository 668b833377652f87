import { cx } from "@/components/ui/cx";
import type { ReleaseFileAnswer } from "@/lib/contract/answer-schemas";
import { useText } from "@/lib/text/use-text";

const COLUMNS =
  "grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 md:grid-cols-[9rem_7rem_5rem_minmax(0,1fr)]";

/** Files of a release with their sizes and checksums. */
export function ReleaseFiles({ files }: { files: readonly ReleaseFileAnswer[] }) {
  const text = useText();
  const { t } = text;
  return (
    <ul className="text-13">
      <li
        aria-hidden="true"
        className={cx(COLUMNS, "border-ink border-b py-1 text-12 text-ink-2 max-md:hidden")}
      >
        <span>{t("data.files.file")}</span>
        <span className="text-end">{t("data.files.records")}</span>
        <span className="text-end">{t("data.releases.size")}</span>
        <span dir="ltr">SHA-256</span>
      </li>
      {files.map(({ name, path, records, size, sha256 }) => (
        <li key={name} className={cx(COLUMNS, "border-line border-b py-1.5")}>
          <a className="link" href={path}>
            <bdi>{name}</bdi>
          </a>
          <span className="tabular text-end text-ink-2 max-md:hidden">
            {records === null ? null : text.number(records)}
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
