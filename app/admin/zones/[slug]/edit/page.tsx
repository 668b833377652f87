import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireRole } from "@/app/admin/admin-access";
import { Refused } from "@/app/admin/forbidden";
import { RecordForm } from "@/components/features/record/record-form";
import { FeatureText } from "@/components/layout/feature-text";
import { listFieldEvidence } from "@/lib/evidence/registry";
import { packRow } from "@/lib/evidence/row";
import { registryAt } from "@/lib/server/store";

export const metadata: Metadata = { title: "Record claims" };

/** The status form of one zone, for analysts. */
export default async function EditPage({ params }: PageProps<"/admin/zones/[slug]/edit">) {
  const { slug } = await params;
  const person = await requireRole("record", `/admin/zones/${slug}/edit`);
  if (!person) return <Refused act="record" />;
  const answer = await registryAt();
  if ("problem" in answer) notFound();
  const { view } = answer;
  const zone = view.registry.zones.find((item) => item.slug === slug);
  if (!zone) notFound();
  const name = zone.values.name ?? slug;
  return (
    <>
      <header className="mb-6 grid gap-1">
        <p className="text-12 text-ink-3">Record claims</p>
        <h1 className="font-semibold font-serif text-28">{name}</h1>
        <p>
          <Link className="link" href={`/zones/${slug}`}>
            Its page and ledger
          </Link>
        </p>
      </header>
      <FeatureText namespaces={["record"]}>
        <RecordForm
          slug={slug}
          name={name}
          personId={person.id}
          email={person.email}
          today={view.asOf}
          version={view.latestRevision}
          rows={view.rows.map(packRow)}
          evidence={listFieldEvidence(
            view.evidence,
            slug,
            zone.tenancies.map(({ tenancy }) => tenancy.id),
          )}
          tenancies={zone.tenancies.map(({ tenancy }) => tenancy)}
          sources={view.sources}
        />
      </FeatureText>
    </>
  );
}
