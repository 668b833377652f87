import type { Route } from "next";
import Link from "next/link";
import { Instant } from "@/components/time/instant";

/** One thing that somebody did. */
export interface AuditLine {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: string;
  /** In words that follow the actor's name. */
  readonly did: string;
  /** What it was done to: an e-mail, a source, or a zone, which then has a slug and a name. */
  readonly subject: string;
  readonly zone: { readonly slug: string; readonly name: string } | null;
  readonly detail: string;
  readonly address: string | null;
  readonly revision: number | null;
}

/** Who did what, when and from where, the latest first. */
export function AuditList({ lines }: { lines: readonly AuditLine[] }) {
  return (
    <ol>
      {lines.map((line) => (
        <li
          key={line.id}
          className="grid gap-x-5 gap-y-0.5 border-line border-t py-2 md:items-baseline md:grid-cols-[9.5rem_minmax(0,1fr)_9rem_3.5rem]"
        >
          <Instant at={line.at} className="tabular text-12 text-ink-3" />
          <div className="min-w-0 break-words">
            <b>{line.actor}</b> {line.did} <span className="text-ink-3">·</span>{" "}
            {line.zone ? (
              <Link className="link" href={`/zones/${line.zone.slug}` as Route} prefetch={false}>
                {line.zone.name}
              </Link>
            ) : (
              line.subject
            )}
            {line.detail === "" ? null : (
              <span className="block text-12 text-ink-2">{line.detail}</span>
            )}
          </div>
          <span className="tabular break-all text-12 text-ink-3">
            {line.address === null ? null : (
              <>
                <span className="md:sr-only">from </span>
                {line.address}
              </>
            )}
          </span>
          <span className="tabular text-12 md:text-right">
            {line.revision === null ? null : <RevisionLink {...line} revision={line.revision} />}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What was known once the revision was written: of the zone, or of all. */
function RevisionLink({ zone, revision }: { zone: AuditLine["zone"]; revision: number }) {
  const page = zone ? `/zones/${zone.slug}` : "/";
  return (
    <Link
      className="link"
      href={`${page}?knownOn=r${revision}` as Route}
      prefetch={false}
      aria-label={`Revision ${revision}${zone ? ` of ${zone.name}` : ""}, as it was known then`}
    >
      r{revision}
    </Link>
  );
}
