import { metadataOf } from "@/app/(site)/page-metadata";
import { MethodPage, type MethodPageProps } from "@/components/features/method/method-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { METHOD } from "@/lib/contract/meta";
import { methodAnswer } from "@/lib/contract/method-answer";
import { countScopes, isApprovalConfirmed, isCandidate } from "@/lib/query/scope";
import { countReports } from "@/lib/server/registry/load-source-rows";
import { currentView, type RegistryView } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";
import { describeSearch } from "@/lib/text/search-words";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/method");

/** Key of the context figure that counts the approved zones. */
const APPROVED_ZONES = "approved-zones";

/** The zone that is worked out step by step: firms, progress and readiness are all known in part. */
const EXAMPLE = "m-3-industrial-city";

/** The method, with its counts from today's registry. */
export default async function Page() {
  const text = await getPageText();
  const view = await currentView();
  return (
    <ReadingPage
      title={text.t("method.title")}
      lead={text.t("method.lead")}
      note={describeSearch(text, view)}
    >
      <MethodPage {...countToday(view, countReports(view))} />
    </ReadingPage>
  );
}

function countToday(view: RegistryView, reports: number): MethodPageProps {
  const { sources, context, asOf } = view;
  const { zones } = view.registry;
  const scored = methodAnswer(view);
  const example = zones.find(({ slug }) => slug === EXAMPLE);
  const confirmed = zones.filter(({ values }) => isApprovalConfirmed(values));
  return {
    readiness: { correlation: scored.scoreAndCompleteness, zones: scored.zones },
    example: example ? { zone: example, asOf } : null,
    scope: {
      counts: countScopes(zones),
      confirmed: confirmed.length,
      candidates: zones.filter(({ values }) => isCandidate(values)).length,
      announced: context.find(({ key }) => key === APPROVED_ZONES) ?? null,
    },
    limits: {
      zones: zones.length,
      reports,
      sources: sources.length,
      estimated: sources.filter((source) => source.publishedOnEstimated).length,
      confirmed: confirmed.length,
      progressUnknown: confirmed.filter(({ values }) => values.status === null).length,
    },
    cite: { asOf, knownOn: view.registry.knownOn, method: METHOD },
  };
}
