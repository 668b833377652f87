"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { ChevronDownIcon, PersonIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { fetchSignedIn, type SignedIn, signOut } from "@/lib/client/session";
import { usePlainText } from "@/lib/text/use-plain-text";

const ITEM =
  "flex h-8 w-full items-center px-3.5 text-start hover:bg-accent-wash hover:text-accent pointer-coarse:h-11";

/**
 * The session in the header: "Sign in", or the menu of the person who is signed in.
 *
 * The server only checks whether the request has a session cookie, so no page waits for the database.
 * A browser with that cookie asks who it is once the page is shown; that also prolongs the session.
 * Without an answer, such as while the database is away, it shows "Sign in".
 * @param cookieSeen the request had a session cookie
 */
export function SessionMenu({ cookieSeen }: { cookieSeen: boolean }) {
  const { t } = usePlainText();
  const [person, setPerson] = useState<SignedIn | null>(null);
  const [loading, setLoading] = useState(cookieSeen);

  useEffect(() => {
    if (!cookieSeen) return;
    let left = false;
    void fetchSignedIn().then((found) => {
      if (left) return;
      setPerson(found);
      setLoading(false);
    });
    return () => {
      left = true;
    };
  }, [cookieSeen]);

  if (person) return <PersonMenu person={person} />;
  // It keeps the place, so that nothing beside it moves; without scripts it leads to the account.
  if (loading) {
    return (
      <Link href="/account" prefetch={false} className={buttonClass("quiet", "text-ink-3")}>
        <PersonIcon />
        <span className="sr-only">{t("layout.session.account")}</span>
      </Link>
    );
  }
  return <SignInLink />;
}

/** Pages to which nobody returns after signing in. */
const NO_TARGETS = new Set(["/", "/sign-in", "/set-up", "/set-password"]);

function SignInLink() {
  const { t } = usePlainText();
  const path = usePathname();
  const search = useSearchParams().toString();
  const here = search === "" ? path : `${path}?${search}`;
  const target = NO_TARGETS.has(path) ? null : here;
  return (
    <Link
      href={(target ? `/sign-in?next=${encodeURIComponent(target)}` : "/sign-in") as Route}
      prefetch={false}
      className={buttonClass("quiet")}
    >
      {t("layout.session.signIn")}
    </Link>
  );
}

function PersonMenu({ person }: { person: SignedIn }) {
  const text = usePlainText();
  const { t } = text;
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
        aria-label={t("layout.session.accountNamed", { name: person.name })}
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
        aria-label={t("layout.session.menu")}
        className="inset-x-auto top-[calc(var(--header)-4px)] end-2 bottom-auto m-0 min-w-48 rounded-pop bg-pop py-1.5 text-ink shadow-pop"
      >
        <p className="border-line border-b px-3.5 pt-0.5 pb-2">
          <b className="block break-words">{person.name}</b>
          <span className="text-12 text-ink-3">{t(`common.role.${person.role}`)}</span>
        </p>
        <div className="pt-1.5">
          {person.role === "reader" ? null : (
            <a href="/admin" className={ITEM}>
              {t("layout.session.admin")}
            </a>
          )}
          <a href="/account" className={ITEM}>
            {t("layout.session.account")}
          </a>
          <button type="button" className={ITEM} onClick={() => void leave()}>
            {t("layout.session.signOut")}
          </button>
        </div>
      </nav>
    </>
  );
}
