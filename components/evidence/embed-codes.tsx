"use client";

import { useLocale } from "next-intl";
import { CopyList } from "@/components/layout/page-actions";
import { embedCode } from "@/lib/contract/embeds";
import { embedIn } from "@/lib/text/reader-language";

interface EmbedCodesProps {
  /** Scheme and host of the site. */
  origin: string;
  /** Read aloud in the page that has the embed. */
  title: string;
  codes: readonly {
    readonly label: string;
    readonly path: string;
    /** What was copied, for the note after it. */
    readonly what: string;
  }[];
}

/** Codes to copy, of embeds in the language of the page. */
export function EmbedCodes({ origin, title, codes }: EmbedCodesProps) {
  const locale = useLocale();
  return (
    <CopyList
      items={codes.map(({ label, path, what }) => ({
        label,
        text: embedCode({ address: origin + embedIn(locale, path), title }),
        what,
      }))}
    />
  );
}
