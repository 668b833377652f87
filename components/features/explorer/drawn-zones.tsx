"use client";

import { useLocale } from "next-intl";
import { embedPath } from "@/lib/contract/embeds";
import type { Query } from "@/lib/query/query";
import { writeQuery } from "@/lib/query/write-query";
import { embedIn } from "@/lib/text/reader-language";
import { usePlainText } from "@/lib/text/use-plain-text";

/** The zones on a drawn map with their names, for browsers without scripts or without a way to draw maps. */
export function DrawnZones({ query }: { query: Query }) {
  const { t } = usePlainText();
  return (
    <iframe
      title={t("map.label")}
      src={embedIn(useLocale(), embedPath("map", writeQuery(query)))}
      className="absolute inset-0 z-1 size-full"
    />
  );
}
