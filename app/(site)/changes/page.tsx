import { requestAlerts } from "@/app/(site)/alerts/actions";
import { metadataOf } from "@/app/(site)/page-metadata";
import { figureSource } from "@/components/charts/figure-source";
import { AlertForm } from "@/components/features/changes/alert-form";
import {
  ChangeForm,
  ChangeLinks,
  PeriodLinks,
} from "@/components/features/changes/change-controls";
import { ChangeNews, ChangeNotes } from "@/components/features/changes/change-list";
import { buildAddress } from "@/components/features/changes/changes-request";
import { TargetsOverview } from "@/components/features/changes/targets-overview";
import { BadAddress } from "@/components/layout/bad-parameters";
import { FeatureText } from "@/components/layout/feature-text";
import { ReadingPage } from "@/components/layout/reading-page";
import { Fold } from "@/components/layout/section";
import type { ChangeKind } from "@/lib/changes/change-kinds";
import { buildRegistry } from "@/lib/evidence/registry";
import { isMailOn } from "@/lib/server/mail/mail";
import { describeAlert } from "@/lib/server/mail/news";
import { siteOrigin } from "@/lib/server/origins";
import { getPageText } from "@/lib/server/text/page-text";
import { changeSummary, changesTitle, countKinds } from "@/lib/text/change-summary";
import { describeChangeConditions } from "@/lib/text/change-words";
import { describeSearch } from "@/lib/text/search-words";
import { formatKnownOn } from "@/lib/time/revision-param";
import { loadChanges } from "./load-changes";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/changes");

/** What changed between two days or revisions, as news; of a quarter, as a summary to print. */
export default async function Page({ searchParams }: PageProps<"/changes">) {
  const [text, params] = await Promise.all([getPageText(), searchParams]);
  const answer = await loadChanges(text, params);
  if ("problems" in answer) return <BadAddress {...answer} path="/changes" />;
  const { view, request, span, all, changes } = answer.data;
  const { filter, conditions } = request;
  const byRevision = span.from.revision !== span.to.revision;
  const { quarter } = request.span;
  // Its identity holds those of all revisions before it.
  const knownOn = formatKnownOn(span.to.revision, view.facts.revisions);
  const ends: [string, string][] = [
    ["from", byRevision ? `r${span.from.revision}` : span.from.asOf],
    ["to", byRevision ? `r${span.to.revision}` : span.to.asOf],
    ...(byRevision ? [["asOf", span.to.asOf] as [string, string]] : []),
    ["knownOn", knownOn],
  ];
  const withKinds = (kinds: readonly ChangeKind[]) =>
    buildAddress("/changes", [
      ...ends,
      ...conditions.filter(([name]) => name !== "kind"),
      ["kind", kinds.join(",")],
    ]);
  const registryThen =
    span.to.asOf === view.asOf && span.to.revision === view.revision
      ? view.registry
      : buildRegistry(view.facts, view.evidence, span.to);
  const past = view.current && span.to.asOf === view.asOf ? null : span.to.asOf;
  const alertConditions = new URLSearchParams(
    conditions.map(([name, value]) => [name, value]),
  ).toString();
  const links = { quarter, byRevision, latest: view.registry, ends, conditions };
  return (
    <ReadingPage
      title={changesTitle(text, quarter)}
      lead={changeSummary(text, countKinds(changes), span, {
        conditions: describeChangeConditions(text, filter, view.registry).join(" · "),
        ofKinds: filter.kind !== undefined,
      })}
      note={describeSearch(text, view)}
      printedSource={figureSource(text, view)}
    >
      <PeriodLinks {...links} />
      <Fold
        label={text.t("changes.form.label")}
        open={conditions.length > 0 || byRevision}
        className="no-print mb-3"
      >
        <ChangeForm
          span={span}
          byRevision={byRevision}
          filter={filter}
          zones={view.registry.zones.map(({ slug, values }) => ({
            slug,
            name: values.name ?? slug,
          }))}
          latest={view.registry}
        />
      </Fold>
      <ChangeLinks {...links} />
      {isMailOn() ? (
        <Fold label={text.t("alerts.form.open")} className="no-print mb-6">
          <FeatureText namespaces={["alerts"]}>
            <AlertForm
              conditions={alertConditions}
              what={describeAlert(text, alertConditions, view)}
              request={requestAlerts}
            />
          </FeatureText>
        </Fold>
      ) : null}
      {changes.length === 0 ? (
        <p className="py-6 text-15 text-ink-2">
          {all.length === 0
            ? text.t("changes.none")
            : text.t("changes.noMatch", { count: all.length })}
        </p>
      ) : (
        <ChangeNews
          changes={changes}
          sources={new Map(view.sources.map((source) => [source.id, source]))}
          asOf={past}
          kindsHref={withKinds}
          whole={quarter !== null || filter.kind !== undefined}
        />
      )}
      <TargetsOverview registry={registryThen} evidence={view.evidence} asOf={past} />
      <ChangeNotes
        span={span}
        address={(await siteOrigin()) + buildAddress("/changes", [...ends, ...conditions])}
      />
    </ReadingPage>
  );
}
