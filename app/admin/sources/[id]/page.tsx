import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireRole } from "@/app/admin/admin-access";
import { Refused } from "@/app/admin/forbidden";
import { SourceChangeForm } from "@/components/features/sources/source-change-form";
import { FeatureText } from "@/components/layout/feature-text";
import { sourcePath } from "@/lib/evidence/addresses";
import { listVersions } from "@/lib/evidence/source-versions";
import { registryAt } from "@/lib/server/store";

export const metadata: Metadata = { title: "Change a source" };

/** The form with which analysts replace a dead address, or correct what is said of a source. */
export default async function ChangeSourcePage({ params }: PageProps<"/admin/sources/[id]">) {
  const { id } = await params;
  const person = await requireRole("record", `/admin/sources/${id}`);
  if (!person) return <Refused act="record" />;
  const answer = await registryAt();
  if ("problem" in answer) notFound();
  const { facts, latestRevision, asOf } = answer.view;
  const present = listVersions(facts.sourceVersions, id, latestRevision).at(-1);
  if (!present) notFound();
  return (
    <>
      <header className="mb-6 grid gap-1">
        <p className="text-12 text-ink-3">
          <Link className="link" href={{ pathname: sourcePath(id) }}>
            Back to the source and what rests on it
          </Link>
        </p>
        <h1 className="font-semibold font-serif text-28">Change a source</h1>
        <p className="max-w-[44rem] text-ink-2">
          {present.source.title}, {present.source.publisher}. What it said before stays in its
          history, and permalinks show it as it was.
        </p>
      </header>
      <FeatureText namespaces={["sources"]}>
        <SourceChangeForm
          key={id}
          source={present.source}
          version={present.revision}
          today={asOf}
          email={person.email}
        />
      </FeatureText>
    </>
  );
}
