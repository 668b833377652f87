import { METHOD } from "@/lib/contract/method";
import type { Moment } from "@/lib/evidence/resolve";
import { dayInWords, LICENCE } from "@/lib/formats/terms-of-use";

/** What stands under every picture of a figure: the product, the day, the version, the method and the licence. */
export function figureSource({ asOf, knownOn }: Moment): string {
  return `CPEC SEZ Tracker · ${dayInWords(asOf)}, version r${knownOn}, method ${METHOD} · ${LICENCE.name}`;
}
