import { UnknownFirm } from "@/components/features/firms/unknown-firm";
import { getFirmId } from "@/lib/firms/firm-address";
import { registryAt } from "@/lib/server/store";

/** Shown for an id that no firm ever had. */
export default async function NotFound() {
  const answer = await registryAt();
  const tenancies = "view" in answer ? answer.view.facts.tenancies : [];
  const names = new Map(tenancies.map(({ firm }) => [getFirmId(firm), firm]));
  return <UnknownFirm firms={[...names].map(([slug, name]) => ({ slug, name }))} />;
}
