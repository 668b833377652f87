import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { webAddress } from "@/lib/evidence/addresses";
import type { Source } from "@/lib/evidence/ledger-records";
import { countClaims } from "@/lib/evidence/source-rows";
import { listFormerAddresses } from "@/lib/evidence/source-versions";
import type { SourceView } from "@/lib/evidence/source-view";
import { toSearch } from "@/lib/query/search-string";
import { formatAge, formatDay, formatPartialDate } from "@/lib/text/format-date";
import { counted } from "@/lib/text/source-summary";
import { daysBetween, firstDay, pakistanDay } from "@/lib/time/day";

/** Props of the head of a source's page. */
export interface SourceHeadProps {
  view: SourceView;
  /** Where the reader may change the source; null: they may not. */
  changePath: string | null;
}

/** What a source is, what rests on it in one sentence, and where it is to be read, now and formerly. */
export function SourceHead({ view, changePath }: SourceHeadProps) {
  const { source, asOf, moment } = view;
  const published =
    source.publishedOn === null
      ? null
      : `${source.publishedOnEstimated ? "about " : ""}${formatPartialDate(source.publishedOn)}`;
  return (
    <header className="mb-8">
      <p className="text-12 text-ink-3">
        <Link className="link" href={`/sources${toSearch(moment)}` as Route}>
          Sources
        </Link>{" "}
        · {source.id}
      </p>
      <h1 className="mt-1 max-w-[44ch] text-balance font-serif text-28 tracking-[-0.012em]">
        {source.title}
      </h1>
      <p className="mt-3 max-w-[62ch] text-pretty font-serif text-17">{buildAnswer(view)}</p>
      <dl className="mt-4 grid max-w-[72ch] gap-x-6 gap-y-1.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <Part label="Published by">
          {source.publisher} <span className="text-ink-3">({source.kind})</span>
        </Part>
        <Part label="Published">
          {published === null ? (
            <span className="unknown">date unknown</span>
          ) : (
            <>
              {published}
              <span className="text-ink-3">{ageWords(source, asOf)}</span>
              {source.publishedOnEstimated ? (
                <span className="text-ink-3">; the date is estimated</span>
              ) : null}
            </>
          )}
        </Part>
        <Part label="To be read at">
          <Address url={source.url} />
          <span className="text-ink-3">
            {source.accessed === null
              ? " when it was last read is not known"
              : ` last read ${formatDay(source.accessed)}`}
          </span>
        </Part>
        <FormerAddresses view={view} />
      </dl>
      {changePath === null ? null : (
        <p className="no-print mt-4">
          <Link className="link" href={changePath as Route} prefetch={false}>
            Replace its address, or correct what is said of it
          </Link>
        </p>
      )}
    </header>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-12 text-ink-2 sm:pt-0.5">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Address({ url }: { url: string | null }) {
  const address = webAddress(url);
  if (address === null) return <span className="unknown">no address on the web,</span>;
  return (
    <>
      <a className="link break-all" href={address} rel="external noopener">
        {readable(address)}
      </a>
      ,
    </>
  );
}

/** An address in the letters of its language, as far as it can be read. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Where it was to be read before, and why that changed: nothing is lost. */
function FormerAddresses({ view: { versions, revisions } }: { view: SourceView }) {
  const former = listFormerAddresses(versions);
  if (former.length === 0) return null;
  return (
    <Part label="Formerly at">
      <ul className="grid gap-1.5">
        {former.map(({ url, revision, reason }) => {
          const by = revisions.get(revision);
          return (
            <li key={url}>
              <a className="link break-all" href={url} rel="external noopener nofollow">
                {readable(url)}
              </a>
              <span className="block text-12 text-ink-2">
                until {by ? formatDay(pakistanDay(new Date(by.recordedAt))) : "an unknown day"},
                replaced{by ? ` by ${by.author}` : null} in revision {revision}
                {reason === null ? null : `: ${reason}`}
              </span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

function ageWords({ publishedOn }: Source, asOf: string): string {
  if (publishedOn === null) return "";
  const days = daysBetween(firstDay(publishedOn), asOf);
  return days < 1 ? "" : `, ${formatAge(days)} old`;
}

function settledWords(settled: number, more: boolean): string {
  const over = `over ${settled} ${more ? "more " : ""}of them`;
  return settled === 1
    ? `A contradiction ${over} was settled.`
    : `Contradictions ${over} were settled.`;
}

/** What rests on the source and how far it stands, in a sentence or two. */
function buildAnswer({ claims, events, figures }: SourceView): string {
  const { shown, contested, settled, zones } = countClaims(claims);
  const beside = [
    events.length > 0 ? counted(events.length, "event") : null,
    figures.length > 0 ? `${counted(figures.length, "figure")} on the country` : null,
  ].filter((words) => words !== null);
  const uses = events.length + figures.length;
  if (claims.length === 0) {
    return beside.length === 0
      ? "Nothing rests on it so far."
      : `No claim on a zone rests on it, but ${beside.join(" and ")} ${uses === 1 ? "does" : "do"}.`;
  }
  const rest = claims.length === 1 ? "rests" : "rest";
  const because = shown === 1 ? "value shows" : "values show";
  return [
    `${counted(claims.length, "claim")} on ${counted(zones, "zone")} ${rest} on it, and ${shown === 0 ? "no" : shown} ${because} because of it.`,
    contested > 0
      ? `Another claim that counts stands against ${contested === claims.length && contested === 1 ? "it" : `${contested} of them`}.`
      : null,
    settled > 0 ? settledWords(settled, contested > 0) : null,
    contested + settled === 0 ? "No other claim contradicts it." : null,
    beside.length > 0 ? `${beside.join(" and ")} ${uses === 1 ? "names" : "name"} it too.` : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}
