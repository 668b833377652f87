import { getLabel } from "@/lib/catalogue/vocabularies";
import { type FirmFilter, type FirmFilterKey, writeFirmFilter } from "@/lib/firms/firm-filter";
import { UNKNOWN } from "@/lib/query/filters";
import type { Query } from "@/lib/query/query";
import { toSearch } from "@/lib/query/search-string";
import { writeQuery } from "@/lib/query/write-query";
import { shortZoneName } from "../evidence/short-zone-name";
import { countryName } from "./value-words";

/** The path of the page of investors. */
export const INVESTORS_PATH = "/investors";

/** The name of each part of the filter on firms. */
export const FIRM_FILTER_LABELS: Readonly<Record<FirmFilterKey, string>> = {
  stage: "Stage",
  sector: "Sector",
  strategic: "Strategic sector",
  nationality: "Registered in",
  owner: "Owner from",
  zone: "Zone",
};

/** A word of the filter as people read it. */
export function firmWordLabel(
  key: FirmFilterKey,
  word: string,
  zoneNames: ReadonlyMap<string, string>,
): string {
  if (word === UNKNOWN) return "Unknown";
  switch (key) {
    case "stage":
      return getLabel("tenancyStage", word);
    case "sector":
      return word.charAt(0).toUpperCase() + word.slice(1);
    case "strategic":
      return word === "yes" ? "Strategic" : "Not strategic";
    case "nationality":
    case "owner":
      return countryName(word);
    case "zone":
      return shortZoneName(zoneNames.get(word) ?? word);
  }
}

/** The address of the page of investors under a question and a filter. */
export function investorsPath(query: Query, filter: FirmFilter): string {
  return INVESTORS_PATH + toSearch([...writeQuery(query), ...writeFirmFilter(filter)]);
}
