import type { Metadata } from "next";
import { DeskTitle } from "@/components/features/admin/admin-title";
import { NextQuestions } from "@/components/features/admin/next-questions";
import { zoneEntries } from "@/components/features/admin/zone-entries";
import { ZoneList } from "@/components/features/admin/zone-list";
import { DEFAULT_QUERY } from "@/lib/query/query";
import { inScope } from "@/lib/query/scope";
import { registryAt } from "@/lib/server/store";
import { requireRole } from "./admin-access";
import { Refused } from "./forbidden";

export const metadata: Metadata = { title: "Desk" };

/** The desk's first page: what to find out next, and every zone, to be opened for recording. */
export default async function DeskPage() {
  const person = await requireRole("record", "/admin");
  if (!person) return <Refused act="record" />;
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.reason.code);
  const { rows, facts, asOf } = answer.view;
  const ranked = rows.filter(({ values }) => inScope(values, DEFAULT_QUERY.scope));
  return (
    <>
      <DeskTitle title="Zones" lead="Open a zone to record what a source says of it." />
      <NextQuestions rows={ranked} asOf={asOf} />
      <ZoneList entries={zoneEntries(rows, facts.claims, facts.revisions)} today={asOf} />
    </>
  );
}
