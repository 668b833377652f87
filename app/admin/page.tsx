import type { Metadata } from "next";
import { DeskTitle } from "@/components/desk/desk-title";
import { zoneEntries } from "@/components/desk/zone-entries";
import { ZoneList } from "@/components/desk/zone-list";
import { registryAt } from "@/lib/server/store";
import { personFor } from "./desk-access";
import { Refused } from "./refused";

export const metadata: Metadata = { title: "Desk" };

/** The desk's first page: every zone, to be opened for recording. */
export default async function DeskPage() {
  const person = await personFor("record", "/admin");
  if (!person) return <Refused act="record" />;
  const answer = await registryAt();
  if ("problem" in answer) throw new Error(answer.problem.message);
  const { rows, facts, asOf } = answer.view;
  return (
    <>
      <DeskTitle title="Zones" lead="Open a zone to record what a source says of it." />
      <ZoneList entries={zoneEntries(rows, facts.claims, facts.revisions)} today={asOf} />
    </>
  );
}
