"use client";

import { useLocale } from "next-intl";
import { type ReactNode, useEffect, useId, useState } from "react";
import { Anchor } from "@/components/layout/link";
import { Button } from "@/components/ui/button";
import { ChevronDownIcon, PersonIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { setOwnRole } from "@/lib/client/own-role";
import { fetchSignedIn, type SignedIn, signOut } from "@/lib/client/session";
import { confirmSignOut } from "@/lib/client/unsaved-work";
import { addressIn } from "@/lib/text/reader-language";
import { useTranslate } from "@/lib/text/use-translate";

interface SessionPanelProps {
  /** Shown while we ask the server if the reader is signed in. */
  waiting: ReactNode;
  /** Shown where nobody is, and without an answer, such as while the database is away. */
  visitor: ReactNode;
}

/** Asks who is signed in, which also prolongs the session, and shows their menu. */
export function SessionPanel({ waiting, visitor }: SessionPanelProps) {
  const [person, setPerson] = useState<SignedIn | null | "unknown">("unknown");
  useEffect(() => {
    let left = false;
    void fetchSignedIn().then((found) => {
      if (left) return;
      setPerson(found);
      setOwnRole(found?.role ?? null);
    });
    return () => {
      left = true;
    };
  }, []);
  if (person === "unknown") return waiting;
  return person === null ? visitor : <PersonMenu person={person} />;
}

const ITEM =
  "flex h-8 w-full items-center px-3.5 text-start hover:bg-accent-wash hover:text-accent pointer-coarse:h-11";

function PersonMenu({ person }: { person: SignedIn }) {
  const t = useTranslate();
  const locale = useLocale();
  const menu = useId();
  const leave = async () => {
    if (!confirmSignOut(t, person.id)) return;
    const outcome = await signOut(t);
    if (outcome.ok) window.location.assign(addressIn(locale, "/"));
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
            <Anchor href="/admin" className={ITEM}>
              {t("layout.session.admin")}
            </Anchor>
          )}
          <Anchor href="/account" className={ITEM}>
            {t("layout.session.account")}
          </Anchor>
          <button type="button" className={ITEM} onClick={() => void leave()}>
            {t("layout.session.signOut")}
          </button>
        </div>
      </nav>
    </>
  );
}
