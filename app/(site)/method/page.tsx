import type { Metadata } from "next";
import { MethodPage, type MethodPageProps } from "@/components/features/method/method-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { METHOD } from "@/lib/contract/meta";
import { countScopes, isApprovalConfirmed, isCandidate } from "@/lib/query/scope";
import { env } from "@/lib/server/env";
import { getText } from "@/lib/server/get-text";
import { currentView, type RegistryView } from "@/lib/server/registry-at";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getText();
  return {
    title: t("method.title"),
    description: t("method.lead"),
    alternates: { canonical: "/method" },
  };
}

/** Key of the context figure that counts the approved zones. */
const APPROVED_ZONES = "approved-zones";

/** The method, with its counts from today's registry and the contact for corrections. */
export default async function Page() {
  const { t } = await getText();
  return (
    <ReadingPage title={t("method.title")} lead={t("method.lead")}>
      <MethodPage {...countToday(await currentView())} />
    </ReadingPage>
  );
}

function countToday({
  registry: { zones },
  facts,
  sources,
  context,
  asOf,
  latestRevision,
}: RegistryView): MethodPageProps {
  const confirmed = zones.filter(({ values }) => isApprovalConfirmed(values));
  return {
    scope: {
      counts: countScopes(zones),
      confirmed: confirmed.length,
      candidates: zones.filter(({ values }) => isCandidate(values)).length,
      announced: context.find(({ key }) => key === APPROVED_ZONES) ?? null,
    },
    limits: {
      zones: zones.length,
      reports: facts.claims.length,
      sources: sources.length,
      estimated: sources.filter((source) => source.publishedOnEstimated).length,
      confirmed: confirmed.length,
      progressUnknown: confirmed.filter(({ values }) => values.status === null).length,
    },
    cite: { asOf, revision: latestRevision, method: METHOD },
    corrections: { contact: env().CONTACT ?? null },
  };
}
