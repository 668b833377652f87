import { CopyButton } from "@/components/layout/page-actions";
import { useText } from "@/lib/text/use-text";

/** What can be cited, and its entry for a list of references in English, the language of the data. */
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
          <dt className="mb-1 flex items-center justify-between text-12 text-ink-2">
            {of}
            <span className="no-print">
              <CopyButton text={entry} what={t("data.cite.citation")} />
            </span>
          </dt>
          <dd lang="en" dir="ltr" className="select-all wrap-anywhere text-15">
            {isCode ? (
              <code className="block whitespace-pre-wrap bg-paper-2 p-3 text-12">{entry}</code>
            ) : (
              entry
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
