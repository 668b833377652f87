import type { ZoneRow } from "../evidence/row";
import { shortZoneName } from "../evidence/zone-name";
import { countNeeds, isReached } from "../readiness/needs";
import type { Text } from "./text";

/** What every zone needs first. */
const FIRST = ["electricity", "gas", "water"] as const;

/** More names than these are only counted. */
const MOST_NAMES = 6;

/** The title of the page of readiness, the sentence under it, and what the table of its cells shows. */
interface NeedsSummary {
  readonly title: string;
  readonly summary: string;
  /** How much of the table is unknown. */
  readonly finding: string;
}

/** Says how many zones are reported to have electricity, gas and water, and how much is unknown. */
export function describeNeeds(
  text: Text,
  rows: readonly Pick<ZoneRow, "slug" | "values" | "weak">[],
): NeedsSummary {
  const { t, number } = text;
  if (rows.length === 0) {
    const summary = t("readiness.headline.noMatch");
    return { title: t("readiness.needs.nothing"), summary, finding: summary };
  }
  const [electricity = "", gas = "", water = ""] = FIRST.map((key) =>
    number(rows.filter((row) => isReached(row, key)).length),
  );
  const all = rows.filter((row) => FIRST.every((key) => isReached(row, key)));
  const silent = rows.filter(({ values }) => FIRST.every((key) => values[key] === null)).length;
  const counts = rows.map(countNeeds);
  const sum = (key: keyof (typeof counts)[number]) =>
    counts.reduce((total, count) => total + count[key], 0);
  const finding = t("readiness.needs.finding", {
    facts: number(sum("all")),
    unknown: sum("unknown"),
    weak: sum("weak"),
  });
  return {
    title: t("readiness.needs.title", { electricity, gas, water, zones: rows.length }),
    summary: text.sentences([
      t("readiness.needs.allThree", {
        count: all.length,
        weak: all.filter((row) => FIRST.some((key) => row.weak.includes(key))).length,
        names: all.length > MOST_NAMES ? "" : text.list(all.map((row) => shortZoneName(row))),
        named: all.length > MOST_NAMES ? "no" : "yes",
      }),
      silent === 0 ? "" : t("readiness.needs.silent", { count: silent }),
    ]),
    finding,
  };
}
