import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { ChangePasswordForm } from "@/components/features/account/change-password-form";
import { OwnSessions } from "@/components/features/account/own-sessions";
import { ReadingPage } from "@/components/layout/reading-page";
import { ROLE_WORDS, ROLES, type Role } from "@/lib/catalogue/roles";
import { MIN_PASSWORD } from "@/lib/server/env";
import { getPerson, listOwnSessions } from "@/lib/server/session";
import { endMyOtherSessions } from "./actions";

export const metadata: Metadata = { title: "Account", robots: { index: false } };

/** One's own account: who one is, the password, and where one is signed in. */
export default async function AccountPage() {
  const asked = await headers();
  const person = await getPerson(asked);
  if (!person) redirect("/sign-in?next=/account");
  return (
    <ReadingPage narrow title={person.name} lead={person.email}>
      <section aria-labelledby="account-role" className="grid gap-1 border-line border-t pt-4">
        <h2 id="account-role" className="title">
          {ROLE_WORDS[person.role].label}
        </h2>
        <p>
          {mayInWords(person.role)}{" "}
          {person.role === "admin" ? null : "An admin can change the role."}
        </p>
      </section>
      <section aria-labelledby="account-sessions" className="grid gap-2 border-line border-t pt-4">
        <h2 id="account-sessions" className="title">
          Where you are signed in
        </h2>
        <OwnSessions sessions={await listOwnSessions(asked)} endOthers={endMyOtherSessions} />
      </section>
      <section aria-labelledby="account-password" className="grid gap-3 border-line border-t pt-4">
        <h2 id="account-password" className="title">
          Password
        </h2>
        <ChangePasswordForm email={person.email} leastPassword={MIN_PASSWORD} />
      </section>
    </ReadingPage>
  );
}

/** All that a role may do: its own acts and those of the roles before it. */
function mayInWords(role: Role): string {
  const [reader, ...others] = ROLES.slice(0, ROLES.indexOf(role) + 1);
  const roles = others.length > 0 ? others : [reader ?? role];
  return roles.map((word) => ROLE_WORDS[word].may).join(" ");
}
