import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DeskNav } from "@/components/features/admin/admin-nav";
import { SiteHeader } from "@/components/layout/site-header";
import { Toaster } from "@/components/ui/toaster";
import type { Person } from "@/lib/server/session";
import { isDatabaseAway } from "@/lib/server/unexpected-errors";
import { visitor } from "./admin-access";

/** Nothing of the desk belongs into an index. */
export const metadata: Metadata = { robots: { index: false } };

/**
 * Frame of the desk: head, the desk's navigation, and `<main id="main">`, in which a page puts its `<h1>`
 * and the rest. It locks nothing: each page asks who opens it.
 */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const person = await currentUser();
  return (
    <>
      <SiteHeader />
      <div className="flex flex-1 flex-col lg:flex-row">
        {person && person.role !== "reader" ? <DeskNav role={person.role} /> : null}
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 max-w-[1360px] flex-1 px-4 pt-6 pb-18 outline-none sm:px-8"
        >
          {children}
        </main>
      </div>
      <Toaster />
    </>
  );
}

/** Without the database the frame stands, and the page says what is the matter. */
async function currentUser(): Promise<Person | null> {
  try {
    return await visitor();
  } catch (error) {
    if (isDatabaseAway(error)) return null;
    throw error;
  }
}
