import type { Route } from "next";
import Link from "next/link";
import { Forbidden, requireRole, titlePage } from "@/app/admin/admin-access";
import { ArticleList } from "@/components/features/work/article-list";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { TabLinks } from "@/components/layout/tab-links";
import { Instant } from "@/components/time/instant";
import { type Act, may } from "@/lib/catalogue/roles";
import { countKinds, parseQueueQuery, queueAddress } from "@/lib/queue/queue-query";
import type { Person } from "@/lib/server/accounts/session";
import { listArticles } from "@/lib/server/desk/articles";
import { listSubmissions } from "@/lib/server/desk/read-submissions";
import { listZones } from "@/lib/server/desk/submissions";
import { env } from "@/lib/server/env";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { setArticle } from "./actions";
import { Corrections } from "./corrections";
import { listOpen, loadQueue } from "./load-queue";
import { ToDo } from "./to-do";

export const generateMetadata = titlePage((t) => t("queue.title"));

/** The tabs with what opens them. A further tab is a line here, its words in `queue.tabs`, and its part below. */
const TABS = {
  todo: "record",
  review: "read-drafts",
  corrections: "record",
  articles: "record",
} as const satisfies Record<string, Act>;
type Tab = keyof typeof TABS;
const TAB_KEYS = Object.keys(TABS) as Tab[];

/** The address of a tab: the first one needs no name. */
const tabAddress = (tab: Tab) => (tab === "todo" ? queueAddress({}) : `/admin/work?tab=${tab}`);

/** What there is to do, what waits for review, what readers suggest, and what watched feeds have. */
export default async function WorkPage({ searchParams }: PageProps<"/admin/work">) {
  const params = await searchParams;
  const tab = TAB_KEYS.find((key) => key === params.tab) ?? "todo";
  const id = typeof params.id === "string" ? params.id : null;
  const query = parseQueueQuery(
    params,
    (await currentView()).rows.map(({ slug }) => slug),
  );
  const address =
    tab === "todo"
      ? queueAddress(query)
      : tabAddress(tab) + (id === null ? "" : `&id=${encodeURIComponent(id)}`);
  const person = await requireRole(TABS[tab], address);
  if (!person) return <Forbidden act={TABS[tab]} />;
  const { t } = await getText();
  const open = listOpen((await loadQueue()).queue, person.id);
  const kinds = countKinds(open);
  const watched = await listArticles();
  const counts = {
    todo: open.length,
    review: may(person.role, "decide") ? kinds.review : undefined,
    corrections: kinds.correction,
    articles: watched.feeds.length === 0 ? undefined : watched.articles.length,
  };
  return (
    <>
      <PageTitle small className="mb-4" title={t("queue.title")} />
      <TabLinks
        label={t("queue.tabs.label")}
        tabs={TAB_KEYS.map((key) => ({
          href: tabAddress(key),
          label: t(`queue.tabs.${key}`),
          current: key === tab,
          count: counts[key],
        }))}
      />
      {tab === "todo" ? (
        <ToDo person={person} query={query} />
      ) : tab === "review" ? (
        <WaitingReports person={person} />
      ) : tab === "corrections" ? (
        <Corrections person={person} id={id} />
      ) : (
        <Articles {...watched} />
      )}
    </>
  );
}

/** The new articles of watched feeds that name a zone or a firm, and how reading the feeds went. */
async function Articles({ articles, feeds }: Awaited<ReturnType<typeof listArticles>>) {
  const { t } = await getText();
  if (feeds.length === 0) return <p className="max-w-[44rem]">{t("queue.articles.noFeeds")}</p>;
  return (
    <>
      <p className="mb-6 max-w-[44rem]">{t("queue.articles.lead", { count: articles.length })}</p>
      <FeatureText namespaces={["queue"]}>
        <ArticleList articles={articles} feeds={feeds} setState={setArticle} />
      </FeatureText>
    </>
  );
}

/** Reports that wait for another person: for reviewers those of all, for analysts their own. */
async function WaitingReports({ person }: { person: Person }) {
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
