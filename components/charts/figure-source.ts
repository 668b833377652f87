import { METHOD } from "@/lib/contract/meta";
import type { Moment } from "@/lib/evidence/resolve";
import { LICENCE } from "@/lib/formats/file-notes";
import { formatRevision } from "@/lib/text/revision-words";
import type { Text } from "@/lib/text/text";

/** The line under every picture of a figure: the product, the day, the revision, the method and the licence. */
export function figureSource({ t, day }: Text, { asOf, revision }: Moment): string {
  return t("charts.figure.source", {
    product: t("layout.product"),
    day: day(asOf, "long"),
    revision: formatRevision(revision),
    method: String(METHOD),
    licence: LICENCE.name,
  });
}
