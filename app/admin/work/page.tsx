import type { Metadata } from "next";
import { requireRole } from "@/app/admin/admin-access";
import { Forbidden } from "@/app/admin/forbidden";
import { PageTitle } from "@/components/layout/reading-page";
import { TabLinks } from "@/components/layout/tab-links";
import { type Act, may } from "@/lib/catalogue/roles";
import { countKinds, parseQueueQuery, queueAddress } from "@/lib/queue/queue-query";
import { env } from "@/lib/server/env";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { Articles } from "./articles";
import { Corrections } from "./corrections";
import { listOpen, loadQueue } from "./load-queue";
import { ToDo } from "./to-do";
import { WaitingReports } from "./waiting";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return { title: t("queue.title") };
}

/** The tabs with what opens them. A further tab is a line here, its words in `queue.tabs`, and its part below. */
const TABS = {
  todo: "record",
  review: "read-drafts",
  corrections: "record",
  articles: "record",
} as const satisfies Record<string, Act>;
type Tab = keyof typeof TABS;
const TAB_KEYS = Object.keys(TABS) as Tab[];

/** Is there anything in a tab? Without feeds there are no articles. */
const isUsed = (tab: Tab) => tab !== "articles" || env().WATCH_FEEDS !== undefined;

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
  const counts = {
    todo: open.length,
    review: may(person.role, "decide") ? kinds.review : undefined,
    corrections: kinds.correction,
    articles: undefined,
  };
  return (
    <>
      <PageTitle small className="mb-4" title={t("queue.title")} />
      <TabLinks
        label={t("queue.tabs.label")}
        tabs={TAB_KEYS.filter(isUsed).map((key) => ({
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
        <Articles />
      )}
    </>
  );
}
