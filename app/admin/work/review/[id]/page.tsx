import type { Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Forbidden, requireRole, titlePage } from "@/app/admin/admin-access";
import { listZoneEvidence } from "@/app/admin/zone-evidence";
import {
  SubmissionDifferences,
  type SubmittedClaim,
} from "@/components/features/record/submission-differences";
import { SubmissionForm } from "@/components/features/record/submission-form";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { Instant } from "@/components/time/instant";
import { may } from "@/lib/catalogue/roles";
import type { ReviewAnswer } from "@/lib/contract/submission-answer";
import { findClaims } from "@/lib/evidence/add-facts";
import { packRow } from "@/lib/evidence/row";
import { findSubmission } from "@/lib/server/desk/read-submissions";
import { listZones } from "@/lib/server/desk/submissions";
import { currentView, type RegistryView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { formatRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";
import { acceptClaims, resendClaims, returnClaims, withdrawClaims } from "../../actions";

export const generateMetadata = titlePage((t) => t("admin.review.one"));

/** Claims that wait for another person, for their author and for reviewers. */
export default async function SubmissionPage({ params }: PageProps<"/admin/work/review/[id]">) {
  const { id } = await params;
  const person = await requireRole("read-drafts", `/admin/work/review/${id}`);
  if (!person) return <Forbidden act="read-drafts" />;
  const submission = await findSubmission(id, person);
  if (!submission) notFound();
  const view = await currentView();
  const text = await getText();
  const { t } = text;
  const claims = listClaims(submission.request);
  const slugs = new Set(listZones(submission.request));
  const zones = view.registry.zones.filter(({ slug }) => slugs.has(slug));
  const isOwn = submission.authorId === person.id;
  const isOpen = submission.state === "waiting" || submission.state === "returned";
  const canAct = isOwn ? isOpen : submission.state === "waiting" && may(person.role, "decide");
  const newSources = submission.request.sources ?? [];
  const known = new Set(view.sources.map((source) => source.id));
  return (
    <>
      <p className="mb-1 text-12 text-ink-3">
        <Link className="link" href={"/admin/work?tab=review" as Route}>
          {t("admin.review.back")}
        </Link>
      </p>
      <PageTitle small className="mb-4" title={t("admin.review.one")} />
      <FeatureText namespaces={["desk", "record", "ledger", "sheet"]}>
        <div className="grid gap-6">
          <Steps text={text} submission={submission} />
          {submission.changed ? (
            <SubmissionDifferences sent={claims} recorded={listClaims(submission.changed)} />
          ) : null}
          <SubmissionForm
            key={`${person.id} ${submission.round} ${submission.state}`}
            submission={{
              id,
              round: submission.round,
              author: submission.author,
              claims,
              withdrawals: listWithdrawals(text, view, submission.request),
              newSources: newSources.map((source) => source.id),
              mode: !canAct ? "read" : isOwn ? "mend" : "review",
              returned: submission.state === "returned",
            }}
            personId={person.id}
            zone={null}
            zones={zones.map((zone) => ({
              ...{ slug: zone.slug, name: zone.values.name ?? zone.slug, otherNames: [] },
            }))}
            evidence={Object.fromEntries(
              zones.map((zone) => [zone.slug, listZoneEvidence(view, zone)]),
            )}
            loadEvidence={null}
            undo={null}
            tenancies={zones.flatMap(({ tenancies }) => tenancies.map(({ tenancy }) => tenancy))}
            rows={view.rows.map(packRow)}
            sources={[
              ...view.sources,
              ...newSources
                .filter((source) => !known.has(source.id))
                .map((source) => ({
                  ...source,
                  ...{ publishedOnEstimated: false, accessed: null, archivedUrl: null },
                })),
            ]}
            today={view.asOf}
            version={view.latestRevision}
            changes={{
              accept: acceptClaims,
              giveBack: returnClaims,
              resend: resendClaims,
              withdraw: withdrawClaims,
            }}
          />
        </div>
      </FeatureText>
    </>
  );
}

/** The claims that a stored request withdraws, in words. */
function listWithdrawals(
  text: Text,
  { facts, rows }: RegistryView,
  { decisions = [] }: ReviewAnswer["request"],
) {
  const claims = findClaims(facts, new Set(decisions.map(({ claimId }) => claimId)));
  return claims.map(({ id: claimId, zone, tenancy, field, value }) => {
    const name = rows.find(({ slug }) => slug === zone)?.values.name ?? zone;
    const firm = facts.tenancies.find(({ id }) => id === tenancy)?.firm;
    return {
      claimId,
      label: text.t("ledger.entry.of", {
        subject:
          firm === undefined ? name : text.t("ledger.entry.firmInZone", { zone: name, firm }),
        field: text.fieldLabel(field),
      }),
      value: value === null ? text.t("ledger.claim.notKnown") : text.value(field, value),
      reason: decisions.find((one) => one.claimId === claimId)?.reason ?? "",
    };
  });
}

/** The claims of a stored request, which was checked before it was stored. */
function listClaims({ claims }: ReviewAnswer["request"]): SubmittedClaim[] {
  return claims.map((claim) => ({
    ...claim,
    field: claim.field as SubmittedClaim["field"],
    value: claim.value as SubmittedClaim["value"],
    tenancy: claim.tenancy ?? null,
    asOf: claim.asOf ?? null,
    locator: claim.locator ?? null,
    note: claim.note ?? null,
    decline: claim.decline ?? false,
    quotation: claim.quotation ?? null,
    lastSeenOn: claim.lastSeenOn ?? null,
    money: claim.money ?? null,
  }));
}

/** What was done with a submission, when, by whom and with which comments. */
function Steps({ text, submission }: { text: Text; submission: ReviewAnswer }) {
  const { t } = text;
  const { revision } = submission;
  return (
    <section aria-labelledby="submission-steps" className="max-w-[44rem]">
      <h2 id="submission-steps" className="title mb-1">
        {t("record.review.history")}
      </h2>
      <ol className="grid gap-1">
        {submission.steps.map(({ kind, by, at, comment }) => (
          <li key={`${at} ${kind}`}>
            {t.rich("record.review.step", {
              kind: kind === "sent-again" ? "sentAgain" : kind,
              by,
              when: text.instant(at),
              b: (words) => <b className="font-semibold">{words}</b>,
              at: () => <Instant at={at} />,
            })}
            {comment === null ? null : (
              <span className="block whitespace-pre-line text-ink-2">{comment}</span>
            )}
          </li>
        ))}
      </ol>
      {revision === null ? null : (
        <p className="mt-1">
          {t.rich("record.review.recordedIn", {
            revision: formatRevision(revision),
            link: (words) => (
              <Link className="link" href={`/zones?knownOn=r${revision}`}>
                {words}
              </Link>
            ),
          })}
        </p>
      )}
    </section>
  );
}
