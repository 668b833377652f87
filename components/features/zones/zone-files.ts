import type { DataFile } from "@/components/evidence/cite-and-export";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";

interface ZoneFilesInput {
  readonly slug: string;
  readonly asOf: Day;
  readonly revision: number;
}

/** The files and API answers with one zone, all pinned to the day and revision shown. */
export function listZoneFiles(
  { t }: Text,
  { slug, asOf, revision }: ZoneFilesInput,
): readonly DataFile[] {
  const moment = `asOf=${asOf}&knownOn=r${revision}`;
  const answer = `/api/v1/zones/${slug}`;
  // Every scope, since a zone may lie outside the default one.
  const buildFile = (name: string, hint: string): DataFile => ({
    name,
    hint,
    href: `/api/v1/zones.${name.toLowerCase()}?zones=${slug}&scope=all&${moment}`,
    file: true,
  });
  return [
    buildFile("XLSX", t("zones.files.xlsx")),
    buildFile("CSV", t("zones.files.csv")),
    buildFile("GeoJSON", t("zones.files.geojson")),
    buildFile("NDJSON", t("zones.files.ndjson")),
    {
      name: t("zones.files.values"),
      hint: t("zones.files.valuesHint"),
      href: `${answer}?${moment}`,
      file: false,
    },
    {
      name: t("zones.files.evidence"),
      hint: t("zones.files.evidenceHint"),
      href: `${answer}/claims?${moment}`,
      file: false,
    },
    {
      name: t("zones.files.firms"),
      hint: t("zones.files.firmsHint"),
      href: `${answer}/tenancies?${moment}`,
      file: false,
    },
  ];
}
