"use client";

import type { ReactNode } from "react";
import { useTranslate } from "@/lib/text/use-translate";
import { NAVIGATION } from "./navigation";
import { PageLink } from "./page-link";

/** The pages of the navigation by subject. A client component, because the browser has their words already. */
export function NavigationLinks() {
  const t = useTranslate();
  return NAVIGATION.map(({ name, pages }) => (
    <LinkGroup key={name} title={t(`layout.navigation.groups.${name}`)}>
      {pages.map((page) => (
        <li key={page.href}>
          <PageLink page={page}>{t(`layout.navigation.pages.${page.name}`)}</PageLink>
        </li>
      ))}
    </LinkGroup>
  ));
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
