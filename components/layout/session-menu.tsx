"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { ChevronDownIcon, PersonIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { ROLE_WORDS } from "@/lib/catalogue/roles";
import { fetchSignedIn, type SignedIn, signOut } from "@/lib/client/session";
import { useText } from "@/lib/text/use-text";

const ITEM =
  "flex h-8 w-full items-center px-3.5 text-left hover:bg-accent-wash hover:text-accent pointer-coarse:h-11";

/**
 * The session's part of the head: a way in, or the name of who is signed in with what they can open.
 *
 * The server looks no further than whether the request carries a session's cookie, so a reader's page
 * waits for nothing and asks the database nothing. Only a browser with that cookie asks who it is, once
 * the page stands; that also prolongs the session. No answer, such as while the database is away, shows
 * a visitor.
 */
export function SessionMenu({ cookieSeen }: { cookieSeen: boolean }) {
  const [person, setPerson] = useState<SignedIn | null>(null);
  const [asking, setAsking] = useState(cookieSeen);

  useEffect(() => {
    if (!cookieSeen) return;
    let gone = false;
    void fetchSignedIn().then((found) => {
      if (gone) return;
      setPerson(found);
      setAsking(false);
    });
    return () => {
      gone = true;
    };
  }, [cookieSeen]);

  if (person) return <PersonMenu person={person} />;
  // The place is kept, so that nothing beside it jumps; without scripts it leads to the account.
  if (asking) {
    return (
      <Link href="/account" prefetch={false} className={buttonClass("quiet", "text-ink-3")}>
        <PersonIcon />
        <span className="sr-only">Account</span>
      </Link>
    );
  }
  return <SignInLink />;
}

function SignInLink() {
  const path = usePathname();
  const search = useSearchParams().toString();
  const here = search === "" ? path : `${path}?${search}`;
  const target = path === "/" || path === "/sign-in" || path === "/set-up" ? null : here;
  return (
    <Link
      href={(target ? `/sign-in?next=${encodeURIComponent(target)}` : "/sign-in") as Route}
      prefetch={false}
      className={buttonClass("quiet")}
    >
      Sign in
    </Link>
  );
}

function PersonMenu({ person }: { person: SignedIn }) {
  const text = useText();
  const menu = useId();
  const leave = async () => {
    const outcome = await signOut(text);
    if (outcome.ok) window.location.assign("/");
    else toast(outcome.message);
  };
  return (
    <>
      <Button
        variant="quiet"
        popoverTarget={menu}
        aria-label={`Account of ${person.name}`}
        className="max-w-44"
      >
        <PersonIcon />
        <span className="hidden truncate sm:block">{person.name}</span>
        <span className="hidden sm:block">
          <ChevronDownIcon />
        </span>
      </Button>
      <nav
        id={menu}
        popover="auto"
        aria-label="Your account"
        className="inset-x-auto top-[calc(var(--header)-4px)] right-2 bottom-auto m-0 min-w-48 rounded-pop bg-pop py-1.5 text-ink shadow-pop"
      >
        <p className="border-line border-b px-3.5 pt-0.5 pb-2">
          <b className="block break-words">{person.name}</b>
          <span className="text-12 text-ink-3">{ROLE_WORDS[person.role].label}</span>
        </p>
        <div className="pt-1.5">
          {person.role === "reader" ? null : (
            <a href="/admin" className={ITEM}>
              Desk
            </a>
          )}
          <a href="/account" className={ITEM}>
            Account
          </a>
          <button type="button" className={ITEM} onClick={() => void leave()}>
            Sign out
          </button>
        </div>
      </nav>
    </>
  );
}
