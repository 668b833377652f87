"use client";

import type { ReactNode } from "react";
import { useTranslate } from "@/lib/text/use-translate";
import { NAVIGATION, type NavigationPage } from "./navigation";
import { PageLink } from "./page-link";

/**
 * The subjects with one page in a list, then the pages of each of the others. A client component, because the browser has their
 * words already.
 */
export function NavigationLinks() {
  const t = useTranslate();
  const listLinks = (pages: readonly NavigationPage[]) =>
    pages.map((page) => (
      <li key={page.href}>
        <PageLink page={page}>{t(`layout.navigation.pages.${page.name}`)}</PageLink>
      </li>
    ));
  return (
    <>
      <ul className="font-semibold text-ink">
        {listLinks(
          NAVIGATION.filter(({ pages }) => pages.length === 1).flatMap(({ pages }) => pages),
        )}
      </ul>
      {NAVIGATION.filter(({ pages }) => pages.length > 1).map(({ name, pages }) => (
        <LinkGroup key={name} title={t(`layout.navigation.groups.${name}`)}>
          {listLinks(pages)}
        </LinkGroup>
      ))}
    </>
  );
}

interface LinkGroupProps {
  title: string;
  children: ReactNode;
}

/** Links under a title. */
export function LinkGroup({ title, children }: LinkGroupProps) {
  return (
    <div>
      <p className="font-semibold text-ink">{title}</p>
      <ul>{children}</ul>
    </div>
  );
}
