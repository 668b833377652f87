import { METHOD } from "@/lib/contract/method";
import type { Moment } from "@/lib/evidence/resolve";
import { LICENCE } from "@/lib/formats/terms-of-use";
import type { Day } from "@/lib/time/day";

/** The line below every picture of a figure: the product, the day, the revision, the method and the licence. */
export function figureSource({ asOf, revision }: Moment): string {
  return `CPEC SEZ Tracker · ${formatLongDay(asOf)}, version r${revision}, method ${METHOD} · ${LICENCE.name}`;
}

function formatLongDay(day: Day): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
