"use client";

import { type CSSProperties, memo, type ReactNode } from "react";
import { percent } from "@/components/charts/drawing";
import { Anchor, Link } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import { Original } from "@/components/ui/original";
import { useHydrated } from "@/components/ui/use-hydrated";
import { glossaryPath } from "@/lib/catalogue/glossary-path";
import type { Quotation } from "@/lib/evidence/ledger-records";
import type { Standing } from "@/lib/evidence/resolve";
import { usePlainText } from "@/lib/text/use-plain-text";
import { DisputedMark } from "./evidence-line";
import { QuotedWords } from "./quoted-words";
import { type ReferencedSource, SourceReference } from "./source-reference";
import { SupportDots } from "./support-mark";

/** `shown`: the displayed value. */
type ClaimStanding = "shown" | Standing;

/** One field in words. What there is none of is left out. */
export interface EntryWords {
  /** Its HTML id. */
  readonly anchor: string;
  readonly label: string;
  readonly mark?: "contested" | "settled";
  /** Is its value unknown? */
  readonly isUnknown?: true;
  /** How well its value is supported: the filled dots, the words, and the term of the glossary with its definition. */
  readonly dots?: number;
  readonly support?: string;
  readonly supportTerm?: string;
  readonly supportDefinition?: string;
  /** Why this value is displayed. */
  readonly reason: string;
  /** The number of its claims and of its points, which follow those of the entry before it. */
  readonly claims: number;
  readonly points: number;
}

/** One claim in words: its value, date, origin, confidence, note and source, and the decision on it. */
export interface ClaimWords {
  /** Absent: the source says that it is not known. */
  readonly value?: string;
  /** The language of a value in the words of the record. */
  readonly lang?: string;
  /** The firm whose stage it is, where it implies the value of a field of the zone, and the address of its evidence. */
  readonly firm?: string;
  readonly firmHref?: string;
  readonly standing: ClaimStanding;
  readonly disputes?: true;
  readonly meaning?: string;
  readonly dated: string;
  readonly note?: string;
  readonly quotation?: Quotation;
  readonly details: readonly string[];
  readonly sourceId: string;
  readonly locator?: string;
  readonly decision?: { readonly author: string; readonly reason: string };
  /** Its id, where the reader may decide on it. */
  readonly review?: string;
}

/** A report in the history of a field. */
export interface PointWords {
  /** Absent: the source says that it is not known. */
  readonly value?: string;
  /** Partial date. */
  readonly date: string;
  readonly standing: ClaimStanding;
  /** Its position in time from the first report (0) to the selected day (1). */
  readonly at: number;
}

/** Entries of the ledger, packed: all of a page once. */
export interface PackedEntries {
  /** Of `EntryWords`. */
  readonly entries: readonly EntryWords[];
  /** Of `ClaimWords`. */
  readonly claims: readonly ClaimWords[];
  /** Of `PointWords`. */
  readonly points: readonly PointWords[];
  /** Of `ReferencedSource`: those of the claims, each once. */
  readonly sources: readonly ReferencedSource[];
  /** The parameters of the moment, for links to other pages. */
  readonly moment: readonly (readonly [string, string])[];
}

interface LedgerEntryListProps {
  packed: PackedEntries;
  heading: EntryProps["heading"];
}

/** Entries of the ledger. A client component, so that a page sends their words once beside the markup. */
export function LedgerEntryList({ packed, heading }: LedgerEntryListProps) {
  return unpackEntries(packed).map((entry) => (
    <Entry key={entry.anchor} {...entry} heading={heading} />
  ));
}

/** A claim or a point with its place among all of them, by which it is known. */
type Placed<T> = T & { readonly place: number };

/** A claim with its source, which is absent where the source itself is missing. */
type SourcedClaim = ClaimWords & { readonly source: ReferencedSource | undefined };

/** An entry with its claims and its points. */
interface UnpackedEntry extends Omit<EntryWords, "claims" | "points"> {
  readonly claims: readonly Placed<SourcedClaim>[];
  readonly points: readonly Placed<PointWords>[];
  readonly moment: PackedEntries["moment"];
}

/** The entries that were packed. */
export function unpackEntries(packed: PackedEntries): UnpackedEntry[] {
  const sources = new Map(packed.sources.map((source) => [source.id, source]));
  const claims = packed.claims.map((claim, place) =>
    placed({ ...claim, source: sources.get(claim.sourceId) }, place),
  );
  const points = packed.points.map(placed);
  return packed.entries.map((entry) => ({
    ...entry,
    claims: claims.splice(0, entry.claims),
    points: points.splice(0, entry.points),
    moment: packed.moment,
  }));
}

function placed<T>(record: T, place: number): Placed<T> {
  return { ...record, place };
}

interface EntryProps extends UnpackedEntry {
  heading: "h2" | "h3" | "h4";
}

/**
 * One field in the ledger: the displayed claim beside those that contradict it, every other claim, and why this value is
 * displayed. `EvidencePopover` copies its content to the value that was pressed, so the layout follows the width of its
 * container, and its style sheet names elements, not classes. `data-…` serve the filter.
 */
export const Entry = memo(function Entry({ heading: Heading, ...entry }: EntryProps) {
  const { anchor, label, mark, isUnknown, claims, points, moment } = entry;
  const { t } = usePlainText();
  return (
    <article id={anchor} data-mark={mark} data-unknown={isUnknown ? "" : undefined}>
      <div>
        <div>
          <Heading>
            {`${label} `}
            {mark === "contested" ? (
              <span className="font-normal text-12">
                <DisputedMark />
              </span>
            ) : null}
            {mark === "settled" ? (
              <span className="font-normal text-12 text-ink-3">{t("evidence.settled")}</span>
            ) : null}
          </Heading>
          {claims[0]?.standing === "shown" ? null : (
            <p className="unknown">{t("evidence.unknown")}</p>
          )}
          <EntrySupport {...entry} />
        </div>
        <div>
          {claims.map((claim) => (
            <ClaimCard key={claim.place} {...claim} moment={moment} />
          ))}
          {points.length < 2 ? (
            <p>{entry.reason}</p>
          ) : (
            <div>
              <p>{entry.reason}</p>
              <ValueHistory points={points} />
            </div>
          )}
        </div>
      </div>
    </article>
  );
});

/**
 * How well the displayed value is supported, which leads to the glossary; nothing where it is unknown. The definition on
 * pointing is added in the browser: a page has it once, and not with each of its many values.
 */
function EntrySupport({ dots, support, supportTerm, supportDefinition }: UnpackedEntry) {
  const hydrated = useHydrated();
  if (dots === undefined || supportTerm === undefined) return null;
  return (
    <p>
      <SupportDots filled={dots} />{" "}
      <Anchor href={glossaryPath(supportTerm)} title={hydrated ? supportDefinition : undefined}>
        {support}
      </Anchor>
    </p>
  );
}

function ClaimCard({ moment, ...claim }: SourcedClaim & Pick<EntryProps, "moment">) {
  const { value, lang, firm, firmHref, standing, disputes, note, quotation, decision } = claim;
  const { t } = usePlainText();
  return (
    <div>
      <p>
        {firm === undefined ? null : (
          <>
            <Anchor href={firmHref}>
              <Original>{firm}</Original>
            </Anchor>{" "}
          </>
        )}
        <b
          className={
            cx(value === undefined && "unknown", standing === "deprecated" && "line-through") ||
            undefined
          }
        >
          {value === undefined ? (
            t("ledger.claim.notKnown")
          ) : lang ? (
            <Original lang={lang}>{value}</Original>
          ) : (
            value
          )}
        </b>{" "}
        <span className={disputes ? "disputed" : undefined}>
          {t(
            disputes
              ? "ledger.claim.contradicts"
              : firm === undefined
                ? `ledger.claim.standing.${standing}`
                : "ledger.claim.implies",
          )}
        </span>
      </p>
      {claim.meaning === undefined ? null : <p>{claim.meaning}</p>}
      <div>{claim.dated}</div>
      {note === undefined ? null : (
        <p>
          <Original>{note}</Original>
        </p>
      )}
      <QuotedWords quotation={quotation ?? null} details={claim.details} />
      <div>
        <SourceReference
          id={claim.sourceId}
          source={claim.source}
          moment={moment}
          linkClass={null}
        />
        {claim.locator === undefined
          ? null
          : ` ${t("ledger.claim.locator", { locator: claim.locator })}`}
      </div>
      {decision === undefined || standing === "live" ? null : (
        <p className="text-12 text-ink-2">
          <DecisionText {...decision} standing={standing} />
        </p>
      )}
      {claim.review === undefined ? null : (
        <p className="no-print mt-0.5 text-12">
          <Link href={`/admin/claims/${claim.review}`} prefetch={false}>
            {t("ledger.claim.review")}
          </Link>
        </p>
      )}
    </div>
  );
}

interface DecisionTextProps {
  author: string;
  reason: string;
  standing: "shown" | "set-aside" | "deprecated";
}

/** The decision on a claim, with its author and reason where they are known. */
function DecisionText({ author, reason, standing }: DecisionTextProps) {
  const { t } = usePlainText();
  const by = {
    author,
    known: author === "" ? "no" : "yes",
    b: (words: ReactNode) => <b>{words}</b>,
  };
  // The reason of a preference is shown once, at the claim that it prefers.
  if (standing === "set-aside") return t.rich("ledger.claim.decision.set-aside", by);
  return t.rich(`ledger.claim.decision.${standing}`, {
    ...by,
    reason,
    original: (words: ReactNode) => <Original>{words}</Original>,
    explained: reason === "" ? "no" : "yes",
  });
}

interface HistoryProps {
  points: readonly Placed<PointWords>[];
}

/** All reports in order of their dates. */
function ValueHistory({ points }: HistoryProps) {
  return (
    <>
      <Strip points={points} />
      <ol>
        {points.map((point) => (
          <li key={point.place}>
            <PointText {...point} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** The reports on a line of days that ends at the day looked at. The list below says the same in words. */
function Strip({ points }: HistoryProps) {
  return (
    <div aria-hidden="true" className="ledger-strip">
      {points.map(({ place, standing, at }) => {
        const style: CSSProperties = { "--at": percent(100 * at) };
        return (
          <i key={place} data-standing={standing === "live" ? undefined : standing} style={style} />
        );
      })}
    </div>
  );
}

const POINT_MESSAGES = {
  shown: "ledger.history.pointShown",
  live: "ledger.history.point",
  "set-aside": "ledger.history.pointUnused",
  deprecated: "ledger.history.pointUnused",
} as const satisfies Record<ClaimStanding, string>;

function PointText({ value, date, standing }: PointWords) {
  const { t, partialDate } = usePlainText();
  return t.rich(POINT_MESSAGES[standing], {
    date: partialDate(date),
    value: value ?? t("ledger.history.notKnown"),
    day: (words) => <span>{words}</span>,
    b: (words) => (
      <b
        className={
          cx(
            value === undefined && "unknown",
            standing === "shown" && "font-medium",
            standing === "deprecated" && "line-through",
          ) || undefined
        }
      >
        {words}
      </b>
    ),
  });
}
