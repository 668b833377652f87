"use client";

import type { Route } from "next";
import { useSearchParams } from "next/navigation";
import { useEffect, useId, useRef } from "react";
import { Link } from "@/components/layout/link";
import { buttonClass, IconButton } from "@/components/ui/button";
import { ContrastIcon, MenuIcon, PersonIcon } from "@/components/ui/icons";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { usePath } from "@/lib/client/use-path";
import { useTranslate } from "@/lib/text/use-translate";
import { LanguageLinks } from "./language-links";
import { isWithin, NAVIGATION } from "./navigation";
import { PageLink } from "./page-link";
import { chooseTheme, currentTheme } from "./theme";

/**
 * Main navigation: a row of links, which scrolls in a language with long words; on a narrow screen a menu, which has the
 * languages too.
 * @param languages what the choice of the language is called; null: there is none
 */
export function SiteNav({ languages }: { languages: string | null }) {
  const t = useTranslate();
  const menu = useRef<HTMLElement>(null);
  const menuId = useId();
  return (
    <>
      <nav
        aria-label={t("layout.navigation.main")}
        className="hidden h-full min-w-0 overflow-x-auto text-ink-2 [scrollbar-width:none] lg:block"
      >
        <GroupLinks className="flex h-full gap-3 xl:gap-5" linkClass="page-tab" />
      </nav>
      <div className="lg:hidden">
        <IconButton label={t("layout.navigation.menu")} variant="quiet" popoverTarget={menuId}>
          <MenuIcon />
        </IconButton>
        <nav
          ref={menu}
          id={menuId}
          popover="auto"
          aria-label={t("layout.navigation.main")}
          className="site-menu shadow-pop"
        >
          <GroupLinks
            className="grid grid-cols-2 gap-x-6 sm:grid-cols-3"
            linkClass="site-menu-link"
            onFollow={() => menu.current?.hidePopover()}
          />
          {languages === null ? null : (
            <LanguageLinks
              label={languages}
              className="mt-2 flex gap-6 border-line border-t pt-1"
              linkClass="flex h-11 items-center text-15 hover:text-accent"
            />
          )}
        </nav>
      </div>
    </>
  );
}

interface GroupLinksProps {
  className: string;
  linkClass: string;
  onFollow?: () => void;
}

/** A link to the first page of each subject; current on all its pages. */
function GroupLinks({ className, linkClass, onFollow }: GroupLinksProps) {
  const t = useTranslate();
  const path = usePath();
  return (
    <ul className={className}>
      {NAVIGATION.map((group) => {
        const [first] = group.pages;
        return (
          <li key={group.name} className="flex flex-none">
            <PageLink
              page={first}
              current={isWithin(group, path) && (path === first.href ? "page" : "true")}
              onClick={onFollow}
              className={linkClass}
            >
              {t(`layout.navigation.groups.${group.name}`)}
            </PageLink>
          </li>
        );
      })}
    </ul>
  );
}

/** Changes between the light and the dark theme. One label for both, so that nothing jumps at hydration. */
export function ThemeToggle() {
  const t = useTranslate();
  return (
    <IconButton
      label={t("layout.theme")}
      variant="quiet"
      onClick={() => chooseTheme(currentTheme() === "dark" ? "light" : "dark")}
    >
      <ContrastIcon />
    </IconButton>
  );
}

const loadPanel = () => import("./session-panel").then((module) => module.SessionPanel);

/**
 * The session in the header: "Sign in", or the menu of the person who is signed in.
 *
 * The server only checks whether the request has a session cookie, so no page waits for the database.
 * A browser with that cookie loads the menu, which asks who it is, once the page is shown; visitors load
 * none of it.
 * @param cookieSeen the request had a session cookie
 */
export function SessionMenu({ cookieSeen }: { cookieSeen: boolean }) {
  const { part: Panel, load, failed } = useLoaded(loadPanel);
  useEffect(() => {
    if (cookieSeen) load();
  }, [cookieSeen, load]);
  if (!cookieSeen || failed) return <SignInLink />;
  return Panel === null ? (
    <AccountLink />
  ) : (
    <Panel waiting={<AccountLink />} visitor={<SignInLink />} />
  );
}

/** It keeps the menu's place, so that nothing beside it moves; without scripts it leads to the account. */
function AccountLink() {
  const t = useTranslate();
  return (
    <Link href="/account" prefetch={false} className={buttonClass("quiet", "text-ink-3")}>
      <PersonIcon />
      <span className="sr-only">{t("layout.session.account")}</span>
    </Link>
  );
}

/** Pages to which nobody returns after signing in. */
const NO_TARGETS = new Set(["/", "/sign-in", "/set-up", "/set-password"]);

function SignInLink() {
  const t = useTranslate();
  const path = usePath();
  const search = useSearchParams().toString();
  const here = search === "" ? path : `${path}?${search}`;
  const target = NO_TARGETS.has(path) ? null : here;
  return (
    <Link
      href={(target ? `/sign-in?next=${encodeURIComponent(target)}` : "/sign-in") as Route}
      prefetch={false}
      title={t("layout.session.signIn")}
      className={buttonClass("quiet")}
    >
      <PersonIcon />
      <span className="sr-only">{t("layout.session.signIn")}</span>
    </Link>
  );
}
