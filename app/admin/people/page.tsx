import type { Metadata } from "next";
import { DeskTitle } from "@/components/desk/desk-title";
import { PeopleList } from "@/components/desk/people/people-list";
import { listPeople } from "@/lib/server/people";
import { personFor } from "../desk-access";
import { Refused } from "../refused";
import {
  addSomebody,
  changeSomebodysRole,
  closeSomebody,
  endSomebodysSessions,
  reopenSomebody,
  resetSomebodysPassword,
} from "./actions";

export const metadata: Metadata = { title: "People" };

/** Who has an account, and what an admin can change about it. */
export default async function PeoplePage() {
  const person = await personFor("manage-people", "/admin/people");
  if (!person) return <Refused act="manage-people" />;
  return (
    <>
      <DeskTitle
        title="People"
        lead="Whoever records, judges or manages. Reading needs no account."
      />
      <PeopleList
        people={await listPeople()}
        self={person.id}
        changes={{
          add: addSomebody,
          role: changeSomebodysRole,
          password: resetSomebodysPassword,
          sessions: endSomebodysSessions,
          close: closeSomebody,
          reopen: reopenSomebody,
        }}
      />
    </>
  );
}
