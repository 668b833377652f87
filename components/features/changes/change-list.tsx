import { CountLines } from "@/components/evidence/count-lines";
import { SourceReference } from "@/components/evidence/source-reference";
import { Section } from "@/components/layout/section";
import { Term } from "@/components/layout/term-link";
import type { Span } from "@/lib/changes/change";
import { CHANGE_KINDS, type ChangeKind } from "@/lib/changes/change-kinds";
import type { ChangeRow } from "@/lib/contract/changes-answer";
import { METHOD } from "@/lib/contract/meta";
import type { Source } from "@/lib/evidence/ledger-records";
import { shortenZoneName } from "@/lib/evidence/zone-name";
import { LICENCE } from "@/lib/formats/file-notes";
import type { KindCounts } from "@/lib/text/change-summary";
import { changeMessage, changePath } from "@/lib/text/change-words";
import { formatRevision } from "@/lib/text/revision-words";
import { useText } from "@/lib/text/use-text";

/** Rows of one kind on a page that shows every kind. */
const SHOWN = 60;

/** The number of changes of each kind as bars on one scale, linked to the list; kinds without any are named below. */
export function ChangeCounts({ counts }: { counts: KindCounts }) {
  const text = useText();
  const { t } = text;
  const present = CHANGE_KINDS.filter((kind) => counts[kind] > 0);
  const absent = CHANGE_KINDS.filter((kind) => counts[kind] === 0);
  return (
    <div className="mb-8 max-w-180">
      <CountLines
        lines={present.map((kind) => ({
          key: kind,
          label: t(`changes.kind.${kind}.label`),
          count: counts[kind],
          atMost: counts[kind],
          unknown: kind === "went-silent",
          href: `#${kind}`,
        }))}
        of={Math.max(1, ...Object.values(counts))}
      />
      {absent.length === 0 ? null : (
        <p className="mt-2 text-12 text-ink-3">
          {t("changes.list.absent", {
            kinds: text.list(
              absent.map((kind) => t(`changes.kind.${kind}.label`)),
              "or",
            ),
          })}
        </p>
      )}
    </div>
  );
}

interface ChangeGroupsProps {
  /** Latest day first. */
  changes: readonly ChangeRow[];
  sources: ReadonlyMap<string, Source>;
  /** The day shown, for the links to zones; null: today. */
  asOf: string | null;
  /** Address of the same page with one kind. */
  kindHref: (kind: ChangeKind) => string;
  /** Are all rows of every kind shown? */
  whole: boolean;
}

/** Changes by kind, and within a kind by day. */
export function ChangeGroups({ changes, sources, asOf, kindHref, whole }: ChangeGroupsProps) {
  const text = useText();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {CHANGE_KINDS.map((kind) => {
        const ofKind = changes.filter((change) => change.kind === kind);
        if (ofKind.length === 0) return null;
        const shown = whole ? ofKind : ofKind.slice(0, SHOWN);
        const count = text.number(ofKind.length);
        return (
          <Section
            key={kind}
            id={kind}
            title={
              <>
                {text.t(`changes.kind.${kind}.label`)}{" "}
                <span className="tabular text-ink-2">{count}</span>
              </>
            }
            note={text.t(`changes.kind.${kind}.definition`)}
          >
            <ol className="border-line-2 border-t">
              {shown.map((change, i) => (
                <ChangeItem
                  key={change.id}
                  change={change}
                  // Visible once for all rows of a day; a screen reader hears it in each row.
                  repeatsDay={shown[i - 1]?.on === change.on}
                  source={sources.get(change.sourceId)}
                  asOf={asOf}
                />
              ))}
            </ol>
            {shown.length < ofKind.length ? (
              <p className="pt-2">
                <a className="link" href={kindHref(kind)}>
                  {text.t("changes.list.showAll", { count })}
                </a>
              </p>
            ) : null}
          </Section>
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
  const text = useText();
  const { key, values } = changeMessage(text, change);
  return (
    <li className="grid break-inside-avoid grid-cols-[minmax(0,1fr)] items-start gap-x-4 border-line border-b py-1 wrap-anywhere sm:grid-cols-[6rem_11rem_minmax(0,1fr)] lg:grid-cols-[6rem_13rem_minmax(0,1fr)_minmax(0,15rem)]">
      <time
        dateTime={change.on}
        className={
          repeatsDay ? "tabular py-0.5 text-ink-2 sm:opacity-0" : "tabular py-0.5 text-ink-2"
        }
      >
        {text.day(change.on)}
      </time>
      <a
        className="min-h-6 py-0.5 font-medium hover:underline"
        href={`/zones/${change.zone}${asOf === null ? "" : `?asOf=${asOf}`}`}
      >
        {shortenZoneName(change.name)}
      </a>
      <span className="min-w-0">
        {text.t.rich(key, {
          ...values,
          link: (chunks) => (
            <a className="link inline-block min-h-6 py-0.5" href={changePath(change, asOf)}>
              {chunks}
            </a>
          ),
        })}
      </span>
      <span className="meta min-w-0 *:inline-block *:min-h-6 *:py-1 sm:col-start-3 lg:col-start-4">
        <SourceReference id={change.sourceId} source={source} brief />
      </span>
    </li>
  );
}

interface ChangeNotesProps {
  span: Span;
  /** Address that always shows the same list. */
  address: string;
}

/** How the list is made, its licence and its permanent link. */
export function ChangeNotes({ span: { from, to }, address }: ChangeNotesProps) {
  const text = useText();
  return (
    <Section
      id="notes"
      title={text.t("changes.notes.title")}
      className="mt-10 border-line-2 border-t pt-4 text-12 text-ink-2"
    >
      <div className="grid max-w-[76ch] grid-cols-[minmax(0,1fr)] gap-2">
        <p>
          {text.t.rich("changes.notes.method", {
            from: text.day(from.asOf, "long"),
            fromRevision: formatRevision(from.revision),
            to: text.day(to.asOf, "long"),
            toRevision: formatRevision(to.revision),
            method: String(METHOD),
            term: (chunks) => <Term of="revision">{chunks}</Term>,
            link: (chunks) => (
              <a className="link" href="/method">
                {chunks}
              </a>
            ),
          })}
        </p>
        <p>{text.t("changes.notes.licence", { licence: LICENCE.name })}</p>
        <p>
          {text.t.rich("changes.notes.permalink", {
            address,
            link: (chunks) => <span className="break-all">{chunks}</span>,
          })}
        </p>
        <p className="hidden print:block">{text.t("files.boundaryNote")}</p>
      </div>
    </Section>
  );
}
