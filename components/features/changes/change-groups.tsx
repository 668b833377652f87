import { SourceReference } from "@/components/evidence/source-reference";
import { CHANGE_KINDS, CHANGE_WORDS, type ChangeKind } from "@/lib/changes/change-kinds";
import type { ChangeRow } from "@/lib/contract/changes-answer";
import type { Source } from "@/lib/evidence/ledger-records";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { changePath, happeningInWords, subjectInWords } from "@/lib/text/change-words";
import { formatDay } from "@/lib/text/format-date";

/** Rows of one kind that stand on the page before the reader asks for that kind alone. */
const SHOWN = 60;

/** Props of the list of changes. */
export interface ChangeGroupsProps {
  /** The latest day first. */
  changes: readonly ChangeRow[];
  sources: ReadonlyMap<string, Source>;
  /** The day looked at, where it is past; the links lead to the zones on it. */
  asOf: string | null;
  /** The same page with one kind alone. */
  kindHref: (kind: ChangeKind) => string;
  /** Shows every row of every kind. */
  whole: boolean;
}

/** Changes by kind, and within a kind by day. */
export function ChangeGroups({ changes, sources, asOf, kindHref, whole }: ChangeGroupsProps) {
  return (
    <div className="grid gap-8">
      {CHANGE_KINDS.map((kind) => {
        const ofKind = changes.filter((change) => change.kind === kind);
        if (ofKind.length === 0) return null;
        const shown = whole ? ofKind : ofKind.slice(0, SHOWN);
        return (
          <section key={kind} aria-labelledby={`${kind}-title`} id={kind} className="scroll-mt-4">
            <header className="mb-2 flex flex-wrap items-baseline gap-x-3">
              <h2 id={`${kind}-title`} className="title">
                {CHANGE_WORDS[kind].label}{" "}
                <span className="tabular text-ink-2">{ofKind.length}</span>
              </h2>
              <p className="text-12 text-ink-2">{CHANGE_WORDS[kind].definition}</p>
            </header>
            <ol className="border-line-2 border-t">
              {shown.map((change, i) => (
                <ChangeItem
                  key={change.id}
                  change={change}
                  // Said once for all rows of a day; each row still says it aloud.
                  repeatsDay={shown[i - 1]?.on === change.on}
                  source={sources.get(change.sourceId)}
                  asOf={asOf}
                />
              ))}
            </ol>
            {shown.length < ofKind.length ? (
              <p className="pt-2">
                <a className="link" href={kindHref(kind)}>
                  All {ofKind.length} of this kind
                </a>
              </p>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

interface ChangeItemProps {
  change: ChangeRow;
  repeatsDay: boolean;
  source: Source | undefined;
  asOf: string | null;
}

function ChangeItem({ change, repeatsDay, source, asOf }: ChangeItemProps) {
  return (
    <li className="grid break-inside-avoid items-start gap-x-4 border-line border-b py-1 sm:grid-cols-[6rem_11rem_minmax(0,1fr)] lg:grid-cols-[6rem_13rem_minmax(0,1fr)_minmax(0,15rem)]">
      <time
        dateTime={change.on}
        className={
          repeatsDay ? "tabular py-0.5 text-ink-2 sm:opacity-0" : "tabular py-0.5 text-ink-2"
        }
      >
        {formatDay(change.on)}
      </time>
      <a
        className="min-h-6 py-0.5 font-medium hover:underline"
        href={`/zones/${change.zone}${asOf === null ? "" : `?asOf=${asOf}`}`}
      >
        {shortZoneName(change.name)}
      </a>
      <span className="min-w-0 break-words">
        <a className="link inline-block min-h-6 py-0.5" href={changePath(change, asOf)}>
          {subjectInWords(change)}
        </a>{" "}
        {happeningInWords(change)}
      </span>
      <span className="meta min-w-0 *:inline-block *:min-h-6 *:py-1 sm:col-start-3 lg:col-start-4">
        <SourceReference id={change.sourceId} source={source} brief />
      </span>
    </li>
  );
}
