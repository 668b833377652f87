"use client";

import type { Route } from "next";
import Link from "next/link";
import { Dialog } from "@/components/ui/dialog";
import { fieldSpec } from "@/lib/catalogue/fields";
import { getLabel } from "@/lib/catalogue/vocabularies";
import type { ZoneRow } from "@/lib/evidence/row";
import { shortZoneName } from "@/lib/evidence/short-zone-name";
import { inScope, isApprovalConfirmed, isCandidate, SCOPES, type Scope } from "@/lib/query/scope";
import { formatPartialDate } from "@/lib/text/format-date";
import { ANNOUNCED_ON } from "@/lib/text/headline";
import { asSentence, inWords } from "@/lib/text/number-words";
import { scopeLabel, scopeRule } from "@/lib/text/scope-label";
import type { Day } from "@/lib/time/day";
import type { CitedSource, ScopeFacts } from "./scope-facts";

/** Props of the explanation of the scopes. */
export interface ScopeDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Every zone of the registry on the day looked at. */
  rows: readonly ZoneRow[];
  counts: Readonly<Record<Scope, number>>;
  asOf: Day;
  /** By which sources; null where they were not fetched for the day looked at. */
  facts: ScopeFacts | null;
}

/** Why these zones: who is in, who is out, by which source; and that 35 + 9 is arithmetic. */
export function ScopeDialog({ open, onOpenChange, rows, counts, asOf, facts }: ScopeDialogProps) {
  const evidenced = rows.filter(({ values }) => isApprovalConfirmed(values));
  const candidates = rows.filter(({ values }) => isCandidate(values));
  const others = rows.filter(({ values }) => !inScope(values, "announced"));
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Why these zones?">
      <div className="prose text-13!">
        <Count counts={counts} asOf={asOf} facts={facts} />
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          {SCOPES.map((scope) => (
            <div key={scope} className="contents">
              <dt className="tabular text-right font-semibold">{counts[scope]}</dt>
              <dd>
                <b>{scopeLabel(scope, asOf)}</b>. {scopeRule(scope, asOf)}
              </dd>
            </div>
          ))}
        </dl>
        <ZoneList
          title={`${evidenced.length} evidenced by name`}
          lead="Each is named as approved by the source given."
          rows={evidenced}
          facts={facts}
        />
        {candidates.length > 0 ? (
          <ZoneList
            title={`${candidates.length} candidates, approval not evidenced`}
            lead={fieldSpec("candidateForRemainder").definition}
            rows={candidates}
            facts={facts}
          />
        ) : null}
        {others.length > 0 ? (
          <ZoneList
            title={`${others.length} more in the register, not counted`}
            lead="Named somewhere as zones or as sites for one, neither evidenced as approved nor named among the candidates."
            rows={others}
            facts={facts}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

function Count({ counts, asOf, facts }: Pick<ScopeDialogProps, "counts" | "asOf" | "facts">) {
  if (asOf < ANNOUNCED_ON || !facts?.announced) {
    return (
      <p>
        {asOf < ANNOUNCED_ON
          ? `On that day ${inWords(counts.announced)} zones were known to be approved. The figure of 44 came on ${formatPartialDate(ANNOUNCED_ON)}, so it is not shown for earlier days.`
          : `${asSentence(inWords(counts.evidenced))} zones are evidenced by name; the others counted as announced are candidates.`}
      </p>
    );
  }
  const { value, period, sourceId } = facts.announced;
  const source = facts.sources.find(({ id }) => id === sourceId);
  const rest = value - counts.evidenced;
  return (
    <p>
      The government speaks of {value} approved zones ({formatPartialDate(period)}
      {source ? (
        <>
          , <SourceLink source={source} />
        </>
      ) : null}
      ) and names no full list. {asSentence(inWords(counts.evidenced))} are evidenced by name.{" "}
      {counts.announced === value
        ? `That leaves ${inWords(rest)}, and ${inWords(counts.announced - counts.evidenced)} candidates were named as pending: so ${counts.evidenced} + ${counts.announced - counts.evidenced} = ${value} is arithmetic, not a list. The pool of candidates is larger, and any of them may turn out not to be among the ${value}.`
        : `That leaves ${inWords(rest)}; the register holds ${inWords(counts.announced - counts.evidenced)} candidates for them, so the two figures need not agree.`}
    </p>
  );
}

function ZoneList({
  title,
  lead,
  rows,
  facts,
}: {
  title: string;
  lead: string;
  rows: readonly ZoneRow[];
  facts: ScopeFacts | null;
}) {
  const groups = bySource(rows, facts);
  return (
    <>
      <h3>{title}</h3>
      <p>{lead}</p>
      {/* Lines so high that a finger finds the link that it aims at. */}
      <ul className="leading-6">
        {groups.map(({ source, zones }) => (
          <li key={source?.id ?? "none"}>
            {zones.map((row, i) => (
              <span key={row.slug}>
                {i > 0 ? ", " : null}
                <Link className="link" href={`/zones/${row.slug}` as Route} prefetch={false}>
                  {shortZoneName(row.values.name ?? row.slug)}
                </Link>
                {isApprovalConfirmed(row.values) ? null : <span> ({standing(row)})</span>}
              </span>
            ))}
            {facts === null ? null : (
              <span className="block text-ink-3">
                {source ? <SourceLink source={source} /> : "no source on record"}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function standing({ values }: ZoneRow): string {
  return values.legalStatus === null
    ? "unknown"
    : getLabel("legalStatus", values.legalStatus).toLowerCase();
}

function bySource(rows: readonly ZoneRow[], facts: ScopeFacts | null) {
  const groups = new Map<string, { source: CitedSource | null; zones: ZoneRow[] }>();
  for (const row of rows) {
    const id = facts?.decidedBy[row.slug] ?? "";
    const group = groups.get(id) ?? {
      source: facts?.sources.find((source) => source.id === id) ?? null,
      zones: [],
    };
    groups.set(id, group);
    group.zones.push(row);
  }
  return [...groups.values()].sort((a, b) => b.zones.length - a.zones.length);
}

function SourceLink({ source }: { source: CitedSource }) {
  const words = `${source.publisher}, “${source.title}”`;
  const date = source.publishedOn === null ? null : `, ${formatPartialDate(source.publishedOn)}`;
  return (
    <>
      {source.url === null ? (
        words
      ) : (
        <a className="link" href={source.url} rel="noreferrer">
          {words}
        </a>
      )}
      {date}
    </>
  );
}
