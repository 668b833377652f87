import type { Route } from "next";
import Link from "next/link";
import { Section } from "@/components/layout/section";
import { Instant } from "@/components/time/instant";
import { may } from "@/lib/catalogue/roles";
import type { Person } from "@/lib/server/accounts/session";
import { listSubmissions } from "@/lib/server/desk/read-submissions";
import { listZones } from "@/lib/server/desk/submissions";
import { env } from "@/lib/server/env";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";

/** Reports that wait for another person: for reviewers those of all, for analysts their own. */
export async function WaitingReports({ person }: { person: Person }) {
  const [submissions, { rows }] = await Promise.all([listSubmissions(person), currentView()]);
  const names = new Map(rows.map(({ slug, values }) => [slug, values.name ?? slug]));
  const text = await getText();
  const { t } = text;
  const isReviewer = may(person.role, "decide");
  const groups = [
    { key: "returned", items: submissions.filter(({ state }) => state === "returned") },
    { key: "waiting", items: submissions.filter(({ state }) => state === "waiting") },
    {
      key: "decided",
      items: submissions.filter(({ state }) => state === "accepted" || state === "withdrawn"),
    },
  ] as const;
  const shown = isReviewer ? [groups[1], groups[0], groups[2]] : groups;
  return (
    <>
      <p className="mb-6 max-w-[44rem] text-ink-2">
        {t("admin.review.lead", { role: isReviewer ? "reviewer" : "analyst" })}
      </p>
      <div className="grid max-w-[44rem] gap-8">
        {env().REVIEW_REQUIRED === "off" ? <p>{t("admin.review.off")}</p> : null}
        {submissions.length === 0 ? <p>{t("admin.review.none")}</p> : null}
        {shown.map(({ key, items }) =>
          items.length === 0 ? null : (
            <Section key={key} id={key} title={t(`admin.review.${key}`)}>
              <ul>
                {items.map(({ id, author, submittedAt, state, request }) => {
                  const { claims, decisions = [] } = request;
                  const zones = listZones(request).map((slug) => names.get(slug) ?? slug);
                  return (
                    <li key={id} className="border-line border-t py-2.5">
                      <Link className="link font-medium" href={`/admin/work/review/${id}` as Route}>
                        {t(`admin.review.${decisions.length > 0 ? "withdrawals" : "claims"}`, {
                          count: claims.length + decisions.length,
                          zones: text.list(zones),
                        })}
                      </Link>
                      <span className="block text-12 text-ink-3">
                        {t.rich("admin.review.by", {
                          author,
                          when: text.instant(submittedAt),
                          at: () => <Instant at={submittedAt} />,
                        })}
                        {key === "decided" ? ` · ${t("admin.review.state", { state })}` : null}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </Section>
          ),
        )}
      </div>
    </>
  );
}
