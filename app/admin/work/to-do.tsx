import type { Route } from "next";
import Link from "next/link";
import { AgeBoard } from "@/components/features/work/age-board";
import { buildQueueView } from "@/components/features/work/build-queue-view";
import { DeadLinks } from "@/components/features/work/dead-links";
import { LinkChecker } from "@/components/features/work/link-checker";
import { OpenCounts, QueueKeys, WorkByWeek } from "@/components/features/work/queue-aside";
import { QueueFilter } from "@/components/features/work/queue-filter";
import { QueueList } from "@/components/features/work/queue-list";
import { FeatureText } from "@/components/layout/feature-text";
import { Section } from "@/components/layout/section";
import { buttonClass } from "@/components/ui/button";
import { QUEUE_PAGE_SIZE } from "@/lib/contract/queue-limits";
import { MAX_LINKS } from "@/lib/contract/queue-request";
import type { Source } from "@/lib/evidence/ledger-records";
import { shortenZoneName, zoneNames } from "@/lib/evidence/zone-name";
import { type QueueQuery, queueAddress, selectQueue } from "@/lib/queue/queue-query";
import type { CheckedLink } from "@/lib/queue/work-item";
import type { Person } from "@/lib/server/accounts/session";
import { countWork, listTeam, MAX_SNOOZE_DAYS } from "@/lib/server/desk/queue";
import { mayChangeRecords } from "@/lib/server/ledger/review-rules";
import { currentView } from "@/lib/server/registry/registry-at";
import { getText } from "@/lib/server/text/get-text";
import { addDays } from "@/lib/time/day";
import { actOnQueueItems, checkSourceLinks, undoQueueActs } from "./actions";
import { listOpen, loadQueue } from "./load-queue";

/** Everything that is to do, with whom it is, and what was done. */
export async function ToDo({ person, query }: { person: Person; query: QueueQuery }) {
  const { rows, sources, facts, asOf } = await currentView();
  const names = zoneNames(rows);
  const { queue: all, links } = await loadQueue();
  const [team, weeks, ownWeeks] = await Promise.all([
    listTeam(),
    countWork(null),
    countWork(person.id),
  ]);
  const open = listOpen(all, person.id);
  const found = selectQueue(all, query, person.id);
  const pages = Math.max(1, Math.ceil(found.length / QUEUE_PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const shown = found.slice((page - 1) * QUEUE_PAGE_SIZE, page * QUEUE_PAGE_SIZE);
  const text = await getText();
  const { t } = text;
  const zoneName = (slug: string) => shortenZoneName(names.get(slug) ?? slug);
  const linked = listLinked(sources, links);
  const versions = new Map(facts.sourceVersions.map((one) => [one.source.id, one.revision]));
  const dead = open.flatMap(({ item }) =>
    item.kind === "dead-link"
      ? [
          {
            ...{ id: item.sourceId, title: item.title, url: item.url },
            version: versions.get(item.sourceId) ?? 0,
          },
        ]
      : [],
  );
  return (
    <>
      <p className="mb-4 text-ink-2">
        {t("queue.lead", {
          count: open.length,
          mine: open.filter(({ state }) => state.assignee?.id === person.id).length,
        })}
      </p>
      <FeatureText namespaces={["desk.view", "queue", "records"]}>
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="grid min-w-0 content-start gap-4">
            <QueueFilter
              query={query}
              zones={[...names]
                .map(([slug, name]) => ({ slug, name: shortenZoneName(name) }))
                .sort((a, b) => a.name.localeCompare(b.name, "en"))}
              team={team}
              me={person.id}
            />
            {found.length === 0 ? (
              <EmptyQueue isEmpty={open.length === 0} />
            ) : (
              <>
                {queueAddress({ ...query, page: 1 }) === queueAddress({}) ? null : (
                  <p className="text-12 text-ink-3">{t("queue.found", { count: found.length })}</p>
                )}
                <QueueList
                  items={shown.map((one) => buildQueueView(text, one, zoneName, person))}
                  team={team}
                  me={{ id: person.id, name: person.name }}
                  days={{ first: addDays(asOf, 1), last: addDays(asOf, MAX_SNOOZE_DAYS) }}
                  act={actOnQueueItems}
                  undo={undoQueueActs}
                />
                <QueuePages query={query} page={page} pages={pages} />
              </>
            )}
            <AgeBoard rows={rows} zoneName={zoneName} today={asOf} />
          </div>
          <div className="grid content-start gap-8 sm:grid-cols-2 xl:grid-cols-1">
            <WorkByWeek team={weeks} own={ownWeeks} />
            <OpenCounts open={open} />
            <QueueKeys />
            <Section id="links" title={t("queue.links.title")}>
              <LinkChecker
                sources={linked.ids}
                checked={linked.checked}
                perCall={MAX_LINKS}
                check={checkSourceLinks}
              />
              {mayChangeRecords(person.role) ? <DeadLinks links={dead} /> : null}
            </Section>
          </div>
        </div>
      </FeatureText>
    </>
  );
}

/** The sources with a link, those never or longest ago checked first, and what was checked. */
function listLinked(sources: readonly Source[], links: readonly CheckedLink[]) {
  const lastChecks = new Map(links.map(({ sourceId, checkedAt }) => [sourceId, checkedAt]));
  const ids = sources
    .filter(({ url }) => url !== null)
    .map(({ id }) => id)
    .sort((a, b) => (lastChecks.get(a) ?? "").localeCompare(lastChecks.get(b) ?? ""));
  const lastAt = lastChecks.get(ids.at(-1) ?? "");
  const count = ids.filter((id) => lastChecks.has(id)).length;
  return { ids, checked: lastAt === undefined ? null : { count, lastAt } };
}

/** What the page says where no item is listed. */
async function EmptyQueue({ isEmpty }: { isEmpty: boolean }) {
  const { t } = await getText();
  return (
    <p className="border-line border-t py-4">
      {isEmpty
        ? t("queue.empty.all")
        : t.rich("queue.empty.filtered", {
            link: (words) => (
              <Link className="link" href="/admin/work">
                {words}
              </Link>
            ),
          })}
    </p>
  );
}

interface QueuePagesProps {
  query: QueueQuery;
  page: number;
  pages: number;
}

async function QueuePages({ query, page, pages }: QueuePagesProps) {
  const { t } = await getText();
  if (pages === 1) return null;
  const linkTo = (to: number, name: "previous" | "next") => (
    <Link
      className={buttonClass()}
      href={queueAddress({ ...query, page: to }) as Route}
      prefetch={false}
    >
      {t(`queue.pages.${name}`)}
    </Link>
  );
  return (
    <nav aria-label={t("queue.pages.label")} className="flex flex-wrap items-center gap-2">
      {page > 1 ? linkTo(page - 1, "previous") : null}
      {page < pages ? linkTo(page + 1, "next") : null}
      <span className="text-12 text-ink-3">{t("queue.pages.position", { page, pages })}</span>
    </nav>
  );
}
