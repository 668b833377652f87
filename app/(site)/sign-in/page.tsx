import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/features/account/sign-in-form";
import { ReadingPage } from "@/components/layout/reading-page";
import { Notice } from "@/components/ui/notice";
import { safeRedirectPath } from "@/lib/contract/sign-in";
import { getPerson, type Person } from "@/lib/server/session";
import { isDatabaseAway } from "@/lib/server/unexpected-errors";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

const DESK = "/admin";
/** Pages that send a visitor here; from any other a reader came by themselves. */
const NEEDS_ACCOUNT = /^\/(admin\/|account)/;

/** Where analysts, reviewers and admins sign in; `next` is the page to go on to. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  const target = safeRedirectPath(typeof next === "string" ? next : null, DESK);
  if (await currentUser()) redirect(target as Route);
  return (
    <ReadingPage
      narrow
      title="Sign in"
      lead="For those who record, judge and manage. Reading needs no account."
    >
      {NEEDS_ACCOUNT.test(target) ? (
        <Notice>That page needs an account. You come to it once you have signed in.</Notice>
      ) : null}
      <SignInForm next={target} />
      <p className="text-12 text-ink-3">
        Accounts are made by an admin of this tracker, who can also give you a new password.
      </p>
    </ReadingPage>
  );
}

/** Without the database nobody is known, and the form says so when it is sent. */
async function currentUser(): Promise<Person | null> {
  try {
    return await getPerson(await headers());
  } catch (error) {
    if (isDatabaseAway(error)) return null;
    throw error;
  }
}
