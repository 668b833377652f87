import type { Metadata } from "next";
import Link from "next/link";
import { SetUpForm } from "@/components/features/account/set-up-form";
import { MessagePage } from "@/components/layout/message-page";
import { ReadingPage } from "@/components/layout/reading-page";
import { MIN_PASSWORD } from "@/lib/server/env";
import { hasAdmin, isOpenLink } from "@/lib/server/set-up";
import { setUpFirstAdmin } from "./actions";

/** The address holds a secret: it goes to no other page and into no index. */
export const metadata: Metadata = {
  title: "Set up",
  referrer: "no-referrer",
  robots: { index: false },
};

/** Where the one-time link leads that is printed at the first start: makes the first admin. */
export default async function SetUpPage({ searchParams }: PageProps<"/set-up">) {
  const { token } = await searchParams;
  if (typeof token === "string" && (await isOpenLink(token))) {
    return (
      <ReadingPage
        narrow
        title="Set up the tracker"
        lead="You become its first admin: you can record, judge, and give accounts to others."
      >
        <SetUpForm token={token} leastPassword={MIN_PASSWORD} setUp={setUpFirstAdmin} />
        <p className="text-12 text-ink-3">
          This link works once, within a day of the start that printed it.
        </p>
      </ReadingPage>
    );
  }
  return (
    <MessagePage title="This link opens nothing any more">
      {(await hasAdmin()) ? (
        <>
          <p>
            The tracker has its admin: the link was used, or is from before. An admin can give you
            an account or a new password.
          </p>
          <p>
            <Link className="link" href="/sign-in">
              Sign in
            </Link>
          </p>
        </>
      ) : (
        <p>
          It is older than a day, or a later start printed another one. Start the tracker again: it
          prints a new link while there is no admin.
        </p>
      )}
    </MessagePage>
  );
}
