"use client";

import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/layout/link";
import { Dialog } from "@/components/ui/dialog";
import { Sentences } from "@/components/ui/sentences";
import { groupBy } from "@/lib/evidence/group-by";
import type { ZoneRow } from "@/lib/evidence/row";
import { shortZoneName } from "@/lib/evidence/zone-name";
import {
  ANNOUNCED_ON,
  inScope,
  isApprovalConfirmed,
  isCandidate,
  SCOPES,
  type Scope,
} from "@/lib/query/scope";
import { lowerFirst } from "@/lib/text/first-letter";
import { scopeLabel, scopeRule } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";
import type { Day, PartialDate } from "@/lib/time/day";

/** A source as the explanation cites it. */
export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly publishedOn: PartialDate | null;
  /** Slugs of the zones whose scope it decides. Empty where zones are not listed. */
  readonly decides: readonly string[];
}

/** Which sources decide on the scopes of zones; the server reads them from the ledger. */
export interface ScopeFacts {
  /** The government's own number of approved zones and its date; null where it is not recorded. */
  readonly announced: {
    readonly value: number;
    readonly period: PartialDate;
    readonly sourceId: string;
  } | null;
  readonly sources: readonly CitedSource[];
}

/** What the explanation of the scopes shows. */
export interface ScopeDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Every zone of the register on the day looked at; null: not loaded, or too many to list. */
  rows: readonly ZoneRow[] | null;
  counts: Readonly<Record<Scope, number>>;
  asOf: Day;
  /** Null where they are not loaded for the day looked at. */
  facts: ScopeFacts | null;
}

/** How zones are counted: which are in each scope, which are not, by which source, and that 35 + 9 is arithmetic. */
export function ScopeDialog({ open, onOpenChange, rows, counts, asOf, facts }: ScopeDialogProps) {
  const text = useText();
  const { t } = text;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("explorer.scopes.open")}>
      <div className="prose text-13!">
        <Explanation counts={counts} asOf={asOf} facts={facts} />
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          {SCOPES.map((scope) => (
            <div key={scope} className="contents">
              <dt className="tabular text-end font-semibold">{text.number(counts[scope])}</dt>
              <dd>
                {t.rich("explorer.scopes.scope", {
                  scope: scopeLabel(text, scope, asOf),
                  rule: scopeRule(text, scope, asOf),
                  b: (words) => <b>{words}</b>,
                })}
              </dd>
            </div>
          ))}
        </dl>
        {rows === null ? null : <ZoneLists rows={rows} facts={facts} />}
      </div>
    </Dialog>
  );
}

/** The zones by what is known of their approval. */
function ZoneLists({ rows, facts }: { rows: readonly ZoneRow[]; facts: ScopeFacts | null }) {
  const text = useText();
  const { t } = text;
  const confirmed = rows.filter(({ values }) => isApprovalConfirmed(values));
  const candidates = rows.filter(({ values }) => isCandidate(values));
  const others = rows.filter(({ values }) => !inScope(values, "announced"));
  const decidedBy =
    facts &&
    new Map(facts.sources.flatMap((source) => source.decides.map((slug) => [slug, source])));
  return (
    <>
      <ZoneList
        title={t("explorer.scopes.confirmedTitle", { count: confirmed.length })}
        lead={t("explorer.scopes.confirmedLead")}
        rows={confirmed}
        decidedBy={decidedBy}
      />
      <ZoneList
        title={t("explorer.scopes.candidatesTitle", { count: candidates.length })}
        lead={text.fieldDefinition("candidateForRemainder")}
        rows={candidates}
        decidedBy={decidedBy}
      />
      <ZoneList
        title={t("explorer.scopes.othersTitle", { count: others.length })}
        lead={t("explorer.scopes.othersLead")}
        rows={others}
        decidedBy={decidedBy}
      />
    </>
  );
}

/** The government's number beside what is confirmed by name. */
function Explanation({ counts, asOf, facts }: Pick<ScopeDialogProps, "counts" | "asOf" | "facts">) {
  const text = useText();
  const { t } = text;
  if (asOf < ANNOUNCED_ON) {
    const day = text.day(ANNOUNCED_ON);
    return <p>{t("explorer.scopes.early", { count: counts.announced, day })}</p>;
  }
  if (!facts?.announced) {
    return <p>{t("explorer.scopes.confirmedOnly", { count: counts.evidenced })}</p>;
  }
  const { value, period, sourceId } = facts.announced;
  const source = facts.sources.find(({ id }) => id === sourceId);
  const figure = { value: text.number(value), period: text.partialDate(period) };
  const rest = text.number(value - counts.evidenced);
  const candidates = counts.announced - counts.evidenced;
  return (
    <p>
      <Sentences
        of={[
          source
            ? t.rich("explorer.scopes.announcedBy", {
                ...figure,
                publisher: source.publisher,
                title: source.title,
                source: (words) => <SourceLink url={source.url}>{words}</SourceLink>,
              })
            : t("explorer.scopes.announced", figure),
          t("explorer.scopes.confirmed", { count: counts.evidenced }),
          counts.announced === value
            ? t("explorer.scopes.sum", {
                rest,
                candidates,
                confirmed: text.number(counts.evidenced),
                value: text.number(value),
              })
            : t("explorer.scopes.noSum", { rest, candidates }),
        ]}
      />
    </p>
  );
}

/** Zones by the source that decides on them, that of most zones first; nothing where there are none. */
function ZoneList({
  title,
  lead,
  rows,
  decidedBy,
}: {
  title: string;
  lead: string;
  rows: readonly ZoneRow[];
  /** By slug; null: not loaded for the day looked at. */
  decidedBy: ReadonlyMap<string, CitedSource> | null;
}) {
  const text = useText();
  if (rows.length === 0) return null;
  const groups = groupBy(rows, ({ slug }) => decidedBy?.get(slug) ?? null);
  return (
    <>
      <h3>{title}</h3>
      <p>{lead}</p>
      {/* Tall lines, so that a finger hits the link that it aims at. */}
      <ul className="leading-6">
        {[...groups]
          .sort(([, a], [, b]) => b.length - a.length)
          .map(([source, zones]) => (
            <li key={source?.id ?? "none"}>
              {zones.map((row, i) => (
                <span key={row.slug}>
                  {i > 0 ? ", " : null}
                  <Link className="link" href={`/zones/${row.slug}` as Route} prefetch={false}>
                    {shortZoneName(row)}
                  </Link>
                  {isApprovalConfirmed(row.values) ? null : (
                    <span>
                      {" "}
                      ({lowerFirst(text, text.value("legalStatus", row.values.legalStatus))})
                    </span>
                  )}
                </span>
              ))}
              {decidedBy === null ? null : (
                <span className="block text-ink-3">
                  {source ? <Citation source={source} /> : text.t("explorer.scopes.noSource")}
                </span>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}

function Citation({ source: { url, publisher, title, publishedOn } }: { source: CitedSource }) {
  const text = useText();
  const source = (words: ReactNode) => <SourceLink url={url}>{words}</SourceLink>;
  return publishedOn === null
    ? text.t.rich("explorer.scopes.cited", { publisher, title, source })
    : text.t.rich("explorer.scopes.citedOn", {
        publisher,
        title,
        date: text.partialDate(publishedOn),
        source,
      });
}

function SourceLink({ url, children }: { url: string | null; children: ReactNode }) {
  return url === null ? (
    children
  ) : (
    <a className="link" href={url} rel="noreferrer">
      {children}
    </a>
  );
}
