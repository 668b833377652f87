import { metadataOf } from "@/app/(site)/page-metadata";
import { ChangeForm, ChangeLinks } from "@/components/features/changes/change-controls";
import { ChangeCounts, ChangeGroups, ChangeNotes } from "@/components/features/changes/change-list";
import { buildAddress, readChangesRequest } from "@/components/features/changes/changes-request";
import { TargetsOverview } from "@/components/features/changes/targets-overview";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import type { ChangeKind } from "@/lib/changes/change-kinds";
import { listChangesBetween } from "@/lib/changes/changes";
import { resolveSpan } from "@/lib/changes/span";
import { listChangeRows, matchesFilter } from "@/lib/contract/changes-answer";
import { buildRegistry } from "@/lib/evidence/registry";
import { siteOrigin } from "@/lib/server/origins";
import { getPageText } from "@/lib/server/page-text";
import { registryAt } from "@/lib/server/registry-at";
import { changeSummary, changesTitle, countKinds } from "@/lib/text/change-summary";
import { describeSearch } from "@/lib/text/search-words";
import { formatKnownOn } from "@/lib/time/revision-param";

type Props = PageProps<"/changes">;

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/changes", {
  types: { "application/atom+xml": "/api/v1/changes.atom" },
});

/** What changed between two days or revisions, by kind and day; of a quarter, as a summary to print. */
export default async function Page({ searchParams }: Props) {
  const [text, params] = await Promise.all([getPageText(), searchParams]);
  const { asOf, knownOn } = readChangesRequest(text, params);
  const answer = await registryAt({ asOf, knownOn });
  if ("problem" in answer) return <BadAddress problems={[answer.problem]} path="/changes" />;
  const { view } = answer;
  const request = readChangesRequest(text, params, view.facts);
  const compared = resolveSpan(request.span, view.registry);
  const problems = [
    ...request.issues.map(({ param = "", got = "", message }) => ({ param, got, message })),
    ...("problem" in compared ? [compared.problem] : []),
  ];
  if ("problem" in compared || problems.length > 0) {
    return <BadAddress problems={problems} path="/changes" />;
  }

  const { span } = compared;
  const all = listChangeRows(view, listChangesBetween(view, span), span.to);
  const { filter, conditions } = request;
  const changes = all.filter((row) => matchesFilter(filter, row));
  const counts = countKinds(changes);
  const byRevision = span.from.revision !== span.to.revision;
  const { quarter } = request.span;
  const ends: [string, string][] = byRevision
    ? [
        ["from", `r${span.from.revision}`],
        ["to", `r${span.to.revision}`],
        ["asOf", span.to.asOf],
        // Its identity holds those of all revisions before it.
        ["knownOn", formatKnownOn(span.to.revision, view.facts.revisions)],
      ]
    : [
        ["from", span.from.asOf],
        ["to", span.to.asOf],
        ["knownOn", formatKnownOn(span.to.revision, view.facts.revisions)],
      ];
  const pinned = buildAddress("/changes", [...ends, ...conditions]);
  const ofKind = (kind: ChangeKind) =>
    buildAddress("/changes", [
      ...ends,
      ...conditions.filter(([name]) => name !== "kind"),
      ["kind", kind],
    ]);
  const registryThen =
    span.to.asOf === view.asOf && span.to.revision === view.revision
      ? view.registry
      : buildRegistry(view.facts, view.evidence, span.to);
  const past = view.current && span.to.asOf === view.asOf ? null : span.to.asOf;
  const zones = view.registry.zones.map(({ slug, values }) => ({
    slug,
    name: values.name ?? slug,
  }));
  return (
    <ReadingPage
      title={changesTitle(text, quarter)}
      lead={changeSummary(text, counts, span)}
      note={describeSearch(text, view)}
    >
      <ChangeForm
        span={span}
        byRevision={byRevision}
        filter={filter}
        zones={zones}
        latest={view.registry}
      />
      <ChangeLinks
        quarter={quarter}
        byRevision={byRevision}
        latest={view.registry}
        ends={ends}
        conditions={conditions}
      />
      {changes.length === 0 ? (
        <p className="py-6 text-15 text-ink-2">
          {all.length === 0
            ? text.t("changes.none")
            : text.t("changes.noMatch", { count: all.length })}
        </p>
      ) : (
        <>
          <ChangeCounts counts={counts} />
          <ChangeGroups
            changes={changes}
            sources={new Map(view.sources.map((source) => [source.id, source]))}
            asOf={past}
            kindHref={ofKind}
            whole={quarter !== null || filter.kind !== undefined}
          />
        </>
      )}
      <TargetsOverview registry={registryThen} evidence={view.evidence} asOf={past} />
      <ChangeNotes span={span} address={(await siteOrigin()) + pinned} />
    </ReadingPage>
  );
}
