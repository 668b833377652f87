import type { Metadata } from "next";
import { requireRole } from "@/app/admin/admin-access";
import { Refused } from "@/app/admin/forbidden";
import { DeskTitle } from "@/components/features/admin/admin-title";
import { PeopleList } from "@/components/features/admin/people/people-list";
import { listPeople } from "@/lib/server/people";
import {
  changePersonRole,
  createUser,
  deactivateUser,
  reactivateUser,
  resetPersonPassword,
  revokeSessions,
} from "./actions";

export const metadata: Metadata = { title: "People" };

/** Who has an account, and what an admin can change about it. */
export default async function PeoplePage() {
  const person = await requireRole("manage-people", "/admin/people");
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
          add: createUser,
          role: changePersonRole,
          password: resetPersonPassword,
          sessions: revokeSessions,
          close: deactivateUser,
          reopen: reactivateUser,
        }}
      />
    </>
  );
}
