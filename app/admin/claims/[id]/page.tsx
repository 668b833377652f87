import Link from "next/link";
import { notFound } from "next/navigation";
import { Forbidden, requireRole, titlePage } from "@/app/admin/admin-access";
import { findNewHeadline } from "@/app/admin/headline-change";
import type { DecisionPreviewView } from "@/components/evidence/decision-preview-panel";
import { LedgerEntries } from "@/components/evidence/ledger-entry";
import { SourceReference } from "@/components/evidence/source-reference";
import { JudgeForm } from "@/components/features/record/judge-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/time/instant";
import { may } from "@/lib/catalogue/roles";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { previewDecision } from "@/lib/evidence/decision-preview";
import { listLedgerEntries } from "@/lib/evidence/ledger-entries";
import { type Claim, DECISION_KINDS, type DecisionKind } from "@/lib/evidence/ledger-records";
import { findClaim } from "@/lib/server/desk/find-claim";
import { needsReview } from "@/lib/server/ledger/review-rules";
import { currentView, type RegistryView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { authorKind, formatRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";

export const generateMetadata = titlePage((t) => t("admin.claim.title"));

/** One claim with the decisions on it, and the form for a new decision. */
export default async function ClaimPage({ params }: PageProps<"/admin/claims/[id]">) {
  const { id } = await params;
  const person = await requireRole("withdraw-own", `/admin/claims/${id}`);
  if (!person) return <Forbidden act="withdraw-own" />;
  const [found, view] = await Promise.all([findClaim(id, person), currentView()]);
  if (!found) notFound();
  const { rows, facts } = view;
  const { claim, source, author, own, decisions } = found;
  const zone = rows.find(({ slug }) => slug === claim.zone)?.values.name ?? claim.zone;
  const firm = facts.tenancies.find(({ id: tenancy }) => tenancy === claim.tenancy)?.firm;
  const last = decisions.at(-1)?.kind;
  const allowed: readonly DecisionKind[] = may(person.role, "decide")
    ? DECISION_KINDS
    : own
      ? ["retracted"]
      : [];
  const kinds = allowed.filter((kind) => kind !== last);
  const back =
    `/zones/${claim.zone}/evidence#${getLedgerAnchor(claim.field, claim.tenancy)}` as const;
  const text = await getText();
  const { t } = text;
  const field = text.fieldLabel(claim.field);
  const record = view.registry.zones.find(({ slug }) => slug === claim.zone);
  const entries = (record ? listLedgerEntries(record) : []).filter(
    (entry) => entry.field === claim.field && entry.tenancyId === claim.tenancy,
  );
  return (
    <>
      <p className="mb-1 text-12 text-ink-3">
        <Link className="link" href={back}>
          {t("admin.claim.back", { zone })}
        </Link>
      </p>
      <PageTitle small className="mb-6" title={t("admin.claim.heading", { zone })} />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <div className="min-w-0 max-w-[44rem]">
          <section aria-label={t("admin.claim.label")} className="mb-6 grid gap-1">
            <p className="text-15">
              {t.rich("admin.claim.value", {
                label: firm === undefined ? field : t("ledger.entry.of", { subject: firm, field }),
                value:
                  claim.value === null
                    ? t("ledger.claim.notKnown")
                    : text.value(claim.field, claim.value),
                b: (words) => (
                  <b className={claim.value === null ? "unknown" : "font-semibold"}>{words}</b>
                ),
              })}
            </p>
            <p className="text-12 text-ink-3">
              {claim.asOf === null
                ? t("admin.claim.noDate")
                : t("ledger.claim.asOf", { date: text.partialDate(claim.asOf) })}{" "}
              · {t(`ledger.claim.origin.${claim.origin}`)} ·{" "}
              {t(`ledger.claim.confidence.${claim.confidence}`)} ·{" "}
              {t("admin.claim.recorded", {
                by: authorKind(author),
                author,
                revision: formatRevision(claim.revision),
              })}
            </p>
            {claim.note ? <p>{claim.note}</p> : null}
            <p className="text-12">
              <SourceReference id={source.id} source={source} />
              {claim.locator === null
                ? null
                : ` ${t("ledger.claim.locator", { locator: claim.locator })}`}
            </p>
          </section>
          <Section id="decisions" title={t("admin.claim.decisions")} className="mb-6">
            <ol className="grid gap-1">
              {decisions.map(({ kind, reason, author: editor, at }) => (
                <li key={`${at} ${kind}`}>
                  {t.rich("admin.claim.decision", {
                    kind,
                    by: authorKind(editor),
                    author: editor,
                    when: text.instant(at),
                    b: (words) => <b className="font-semibold">{words}</b>,
                    at: () => <Instant at={at} />,
                  })}
                  {reason ? <span className="block text-ink-2">{reason}</span> : null}
                </li>
              ))}
            </ol>
          </Section>
          {kinds.length > 0 ? (
            <FeatureText namespaces={["desk", "record"]}>
              <JudgeForm
                key={person.id}
                claimId={claim.id}
                personId={person.id}
                email={person.email}
                kinds={kinds}
                previews={previewAll(text, view, claim, kinds)}
                waits={needsReview(person.role, { claims: [claim] })}
                back={back}
              />
            </FeatureText>
          ) : (
            <p>{t(last === "retracted" ? "admin.claim.withdrawn" : "admin.claim.notOwn")}</p>
          )}
          {may(person.role, "redact") ? (
            <p className="mt-6 text-12">
              <Link
                className="link"
                href={{ pathname: "/admin/history", query: { tab: "removed", claim: claim.id } }}
              >
                {t("admin.claim.remove")}
              </Link>
            </p>
          ) : null}
        </div>
        {record === undefined || entries.length === 0 ? null : (
          <div className="min-w-0">
            <LedgerEntries
              entries={entries}
              view={{
                asOf: view.asOf,
                revision: view.revision,
                sources: new Map(view.sources.map((one) => [one.id, one])),
                moment: [],
                mayJudge: () => false,
                revisions: new Map(facts.revisions.map((one) => [one.number, one])),
              }}
              zoneName={zone}
              heading="h2"
            />
          </div>
        )}
      </div>
    </>
  );
}

/** What each decision would change, with the headline of the home page where it becomes another one. */
function previewAll(
  text: Text,
  view: RegistryView,
  claim: Claim,
  kinds: readonly DecisionKind[],
): Readonly<Partial<Record<DecisionKind, DecisionPreviewView>>> {
  const { registry, evidence, rows, asOf, latestRevision } = view;
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const context = { registry, index: evidence, rows, asOf, revision: latestRevision };
      const found = previewDecision(claim, kind, context);
      if (found === null) return [];
      const { rows: after, ...preview } = found;
      return [[kind, { ...preview, headline: findNewHeadline(text, rows, after, asOf) }]];
    }),
  );
}
