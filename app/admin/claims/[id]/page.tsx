import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireRole } from "@/app/admin/admin-access";
import { Refused } from "@/app/admin/forbidden";
import { JudgeForm } from "@/components/features/record/judge-form";
import { FeatureText } from "@/components/layout/feature-text";
import { Instant } from "@/components/time/instant";
import { fieldSpec } from "@/lib/catalogue/fields";
import { may } from "@/lib/catalogue/roles";
import { DECISION_KINDS, type DecisionKind } from "@/lib/evidence/ledger-records";
import { getLedgerAnchor } from "@/lib/evidence/zone-view";
import { findClaim } from "@/lib/server/claim-access";
import { registryAt } from "@/lib/server/store";
import { formatPartialDate } from "@/lib/text/format-date";
import { valueWords } from "@/lib/text/value-words";

export const metadata: Metadata = { title: "Judge a claim" };

/** One claim with everything that was judged of it, and the form to judge it anew. */
export default async function ClaimPage({ params }: PageProps<"/admin/claims/[id]">) {
  const { id } = await params;
  const person = await requireRole("withdraw-own", `/admin/claims/${id}`);
  if (!person) return <Refused act="withdraw-own" />;
  const [found, registry] = await Promise.all([findClaim(id, person), registryAt()]);
  if (!found || "problem" in registry) notFound();
  const { claim, source, author, own, decisions } = found;
  const { rows, facts } = registry.view;
  const zone = rows.find(({ slug }) => slug === claim.zone)?.values.name ?? claim.zone;
  const firm = facts.tenancies.find(({ id: tenancy }) => tenancy === claim.tenancy)?.firm;
  const last = decisions.at(-1)?.kind;
  const allowed: readonly DecisionKind[] = may(person.role, "decide")
    ? DECISION_KINDS
    : own
      ? ["retracted"]
      : [];
  const kinds = allowed.filter((kind) => kind !== last);
  const back = `/zones/${claim.zone}#${getLedgerAnchor(claim.field, claim.tenancy)}` as const;
  return (
    <>
      <header className="mb-6 grid gap-1">
        <p className="text-12 text-ink-3">
          <Link className="link" href={back}>
            Back to the ledger of {zone}
          </Link>
        </p>
        <h1 className="font-semibold font-serif text-28">Judge a claim</h1>
      </header>
      <section aria-label="The claim" className="mb-6 grid max-w-[44rem] gap-1">
        <p className="text-15">
          {firm === undefined ? "" : `${firm} · `}
          {fieldSpec(claim.field).label}:{" "}
          <b className={claim.value === null ? "unknown" : "font-semibold"}>
            {valueWords(claim.field, claim.value)}
          </b>
        </p>
        <p className="text-12 text-ink-3">
          {claim.asOf === null ? "no date of its own" : `as of ${formatPartialDate(claim.asOf)}`} ·{" "}
          {claim.origin} · {claim.confidence} confidence · recorded by {author} in revision{" "}
          {claim.revision}
        </p>
        {claim.note ? <p>{claim.note}</p> : null}
        <p className="text-12">
          {source.url ? (
            <a className="link" href={source.url} rel="noreferrer">
              {source.title}
            </a>
          ) : (
            source.title
          )}{" "}
          · {source.publisher}
          {claim.locator ? ` (${claim.locator})` : ""}
        </p>
      </section>
      <section aria-labelledby="judged" className="mb-6 max-w-[44rem]">
        <h2 id="judged" className="title mb-2">
          What was judged of it
        </h2>
        <ol className="grid gap-1">
          {decisions.map(({ kind, reason, author: judge, at }) => (
            <li key={`${at} ${kind}`}>
              <b className="font-semibold">{kind}</b> by {judge}, <Instant at={at} />
              {reason ? <span className="block text-ink-2">{reason}</span> : null}
            </li>
          ))}
        </ol>
      </section>
      {kinds.length > 0 ? (
        <FeatureText namespaces={["record"]}>
          <JudgeForm claimId={claim.id} email={person.email} kinds={kinds} back={back} />
        </FeatureText>
      ) : (
        <p className="max-w-[44rem]">
          {last === "retracted"
            ? "It is retracted already. A reviewer can let it count again."
            : "You may retract what you recorded yourself; this was recorded by somebody else. EvidenceLink a reviewer."}
        </p>
      )}
    </>
  );
}
