import type { Metadata } from "next";
import { MethodPage, type MethodPageProps } from "@/components/features/method/method-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { METHOD } from "@/lib/contract/method";
import { inScope, isApprovalConfirmed, isCandidate, SCOPES, type Scope } from "@/lib/query/scope";
import { type RegistryView, registryAt } from "@/lib/server/store";

export const metadata: Metadata = {
  title: "Method",
  description:
    "Which value shows and why, how readiness is counted, which zones count, what every field means, and how far the data can be trusted.",
  alternates: { canonical: "/method" },
};

/** Key of the context figure that counts the approved zones. */
const APPROVED_ZONES = "approved-zones";

/** The method, with what it counts taken from today's registry. */
export default async function Page() {
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.reason.code);
  return (
    <ReadingPage>
      <MethodPage {...countsOf(answer.view)} />
    </ReadingPage>
  );
}

function countsOf({
  registry,
  facts,
  sources,
  context,
  asOf,
  latestRevision,
}: RegistryView): MethodPageProps {
  const { zones } = registry;
  const evidenced = zones.filter(({ values }) => isApprovalConfirmed(values));
  const figure = context.find(({ key }) => key === APPROVED_ZONES);
  const counts = Object.fromEntries(
    SCOPES.map((scope) => [scope, zones.filter(({ values }) => inScope(values, scope)).length]),
  ) as Record<Scope, number>;
  return {
    scope: {
      counts,
      evidenced: evidenced.length,
      candidates: zones.filter(({ values }) => isCandidate(values)).length,
      announced: figure ?? null,
    },
    limits: {
      zones: zones.length,
      claims: facts.claims.length,
      sources: sources.length,
      estimatedSources: sources.filter((source) => source.publishedOnEstimated).length,
      statusUnknown: evidenced.filter(({ values }) => values.status === null).length,
      evidenced: evidenced.length,
    },
    cite: { asOf, version: latestRevision, method: METHOD },
  };
}
