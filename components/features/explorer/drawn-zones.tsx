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
  const address = embedIn(useLocale(), embedPath("map", writeQuery(query)));
  return (
    <iframe
      // A frame that changed its address would add a step to the browser's history.
      key={address}
      title={t("map.label")}
      src={address}
      className="absolute inset-0 z-1 size-full"
    />
  );
}
