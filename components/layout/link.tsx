import type { Route } from "next";
import NextLink from "next/link";
import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { addressIn } from "@/lib/text/reader-language";

/** A link in the language of the page, which the router follows inside the site. */
export function Link({
  href,
  ...props
}: Omit<ComponentProps<typeof NextLink>, "href"> & { href: string }) {
  return <NextLink {...props} href={addressIn(useLocale(), href) as Route} />;
}

/** A link in the language of the page that loads the whole document; to files and other sites as it is. */
export function Anchor({ href, ...props }: ComponentProps<"a">) {
  const locale = useLocale();
  return <a {...props} href={href === undefined ? undefined : addressIn(locale, href)} />;
}

/** A form that asks for a page in the language of the page shown. */
export function PageForm({
  action,
  ...props
}: Omit<ComponentProps<"form">, "action"> & { action: string }) {
  return <form {...props} action={addressIn(useLocale(), action)} />;
}
