import { CopyButton } from "@/components/layout/page-actions";
import { cx } from "@/components/ui/cx";
import { useText } from "@/lib/text/use-text";

/** What can be cited, and its entry for a list of references. */
export interface Citation {
  readonly of: string;
  readonly entry: string;
  /** The entry is for a program. */
  readonly isCode?: boolean;
}

/** Entries for lists of references, each with its button to copy it. */
export function CitationList({ citations }: { citations: readonly Citation[] }) {
  const { t } = useText();
  return (
    <dl className="grid max-w-[68ch] gap-4">
      {citations.map(({ of, entry, isCode = false }) => (
        <div key={of}>
          <dt className="flex items-center justify-between text-12 text-ink-2">
            {of}
            <CopyButton text={entry} what={t("data.cite.citation")} />
          </dt>
          <dd
            dir={isCode ? "ltr" : undefined}
            className={cx(
              "select-all",
              isCode
                ? "whitespace-pre-wrap bg-paper-2 p-3 font-mono text-12 wrap-anywhere"
                : "break-words text-15",
            )}
          >
            {entry}
          </dd>
        </div>
      ))}
    </dl>
  );
}
