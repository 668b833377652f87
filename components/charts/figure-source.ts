import { METHOD } from "@/lib/contract/method";
import type { Moment } from "@/lib/evidence/resolve";
import { dayInWords, LICENCE } from "@/lib/formats/terms-of-use";

/** What stands under every picture of a figure: the product, the day, the version, the method and the licence. */
export function figureSource({ asOf, revision }: Moment): string {
  return `CPEC SEZ Tracker · ${dayInWords(asOf)}, version r${revision}, method ${METHOD} · ${LICENCE.name}`;
}
