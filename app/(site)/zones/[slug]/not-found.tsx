import { UnknownZone } from "@/components/features/zones/unknown-zone";
import { registryAt } from "@/lib/server/store";

/** Shown for a slug that the register never held. */
export default async function NotFound() {
  const answer = await registryAt();
  const rows = "view" in answer ? answer.view.rows : [];
  return (
    <UnknownZone zones={rows.map(({ slug, values }) => ({ slug, name: values.name ?? slug }))} />
  );
}
