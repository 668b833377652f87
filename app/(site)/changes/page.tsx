import type { Metadata } from "next";
import { BriefNotes } from "@/components/features/changes/brief-notes";
import { ChangeForm } from "@/components/features/changes/change-form";
import { ChangeGroups } from "@/components/features/changes/change-groups";
import { ChangeLinks } from "@/components/features/changes/change-links";
import { buildAddress, readChangesRequest } from "@/components/features/changes/changes-request";
import { KindCounts } from "@/components/features/changes/kind-counts";
import { PromisesOverview } from "@/components/features/changes/targets-overview";
import { BadAddress } from "@/components/layout/bad-parameters";
import { ReadingPage } from "@/components/layout/reading-page";
import type { ChangeKind } from "@/lib/changes/change-kinds";
import { listChangesBetween } from "@/lib/changes/changes";
import { resolveSpan } from "@/lib/changes/span";
import { listChangeRows, matchesFilter } from "@/lib/contract/changes-answer";
import { METHOD } from "@/lib/contract/meta";
import { buildRegistry } from "@/lib/evidence/registry";
import { getText } from "@/lib/server/get-text";
import { siteOrigin } from "@/lib/server/origins";
import { registryAt } from "@/lib/server/store";
import { changeSummary, countKinds } from "@/lib/text/change-summary";
import { quarterInWords } from "@/lib/text/quarter-words";

type Props = PageProps<"/changes">;

/** The title says which quarter a brief is of. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const text = await getText();
  const { span } = readChangesRequest(text, await searchParams);
  const title = span.quarter ? `Brief of the ${quarterInWords(text, span.quarter)}` : "Changes";
  return {
    title,
    description:
      "What moved, slipped, was contradicted or went silent between two days, each with its claim and its source.",
    alternates: {
      canonical: "/changes",
      types: { "application/atom+xml": "/api/v1/changes.atom" },
    },
  };
}

/** What changed between two days or versions, by kind and day; of a quarter, as a brief to print. */
export default async function Page({ searchParams }: Props) {
  const [text, params] = await Promise.all([getText(), searchParams]);
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
  const versions = span.from.revision !== span.to.revision;
  const { quarter } = request.span;
  const ends: [string, string][] = versions
    ? [
        ["from", `r${span.from.revision}`],
        ["to", `r${span.to.revision}`],
        ["asOf", span.to.asOf],
      ]
    : [
        ["from", span.from.asOf],
        ["to", span.to.asOf],
        ["knownOn", `r${span.to.revision}`],
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
    <ReadingPage>
      <header className="mb-6">
        <h1 className="font-serif text-28 tracking-[-0.018em] sm:text-42">
          {quarter ? `Changes in the ${quarterInWords(text, quarter)}` : "Changes"}
        </h1>
        <p className="mt-3 max-w-[62ch] text-pretty font-serif text-17">
          {changeSummary(counts, span)}
        </p>
      </header>
      <ChangeForm
        span={span}
        versions={versions}
        filter={filter}
        zones={zones}
        latest={view.registry}
      />
      <ChangeLinks
        quarter={quarter}
        versions={versions}
        latest={view.registry}
        ends={ends}
        conditions={conditions}
      />
      {changes.length === 0 ? (
        <p className="py-6 text-15 text-ink-2">
          {all.length === 0
            ? "Nothing changed between the two. Try an earlier day."
            : `None of the ${all.length} changes answers these conditions. Try fewer.`}
        </p>
      ) : (
        <>
          <KindCounts counts={counts} href={(kind) => `#${kind}`} />
          <ChangeGroups
            changes={changes}
            sources={new Map(view.sources.map((source) => [source.id, source]))}
            asOf={past}
            kindHref={ofKind}
            whole={quarter !== null || filter.kind !== undefined}
          />
        </>
      )}
      <PromisesOverview registry={registryThen} evidence={view.evidence} asOf={past} />
      <BriefNotes span={span} method={METHOD} address={(await siteOrigin()) + pinned} />
    </ReadingPage>
  );
}
