import { UnknownSource } from "@/components/features/sources/unknown-source";
import { registryAt } from "@/lib/server/store";

/** Shown for an id under which no source was ever recorded. */
export default async function NotFound() {
  const answer = await registryAt();
  const sources = "view" in answer ? answer.view.sources : [];
  return <UnknownSource sources={sources.map(({ id, title }) => ({ slug: id, name: title }))} />;
}
