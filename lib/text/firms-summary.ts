import type { FirmFunnel } from "@/lib/firms/firm-counts";
import { countFirmShares } from "@/lib/firms/firm-counts";
import { isStrategic, type PlacedFirm } from "@/lib/firms/firms";
import { countryInSentence } from "./firm-words";
import type { Text } from "./text";

/** What the page answers: a title, and the sentences under it. */
interface Answer {
  readonly title: string;
  readonly summary: string;
}

/** The number of countries that the summary names; the figure has all. */
const NAMED_COUNTRIES = 2;

/** Who invests, and how many announced investments became factories, for the firms shown. */
export function investorsAnswer(
  text: Text,
  firms: readonly PlacedFirm[],
  funnel: FirmFunnel,
): Answer {
  const { total } = funnel;
  if (total === 0) {
    return { title: text.t("firms.answer.noFirmTitle"), summary: text.t("firms.answer.noFirm") };
  }
  const countFrom = (stage: string) =>
    funnel.steps.find(({ value }) => value === stage)?.reached ?? 0;
  const producing = countFrom("producing");
  return {
    title: text.t(`firms.answer.title.${describeShare(producing / total)}`),
    summary: [
      text.t("firms.answer.producing", { total, producing, exporting: countFrom("exporting") }),
      ...otherSentences(text, funnel),
      ownersSentence(text, firms),
      strategicSentence(text, firms),
    ].join(" "),
  };
}

function describeShare(share: number) {
  if (share === 0) return "none";
  if (share < 0.25) return "few";
  return share < 0.75 ? "some" : "most";
}

/** The firms that are not producing yet, that left, and whose stage is unknown. */
function otherSentences(text: Text, { steps, exited, unknown }: FirmFunnel): string[] {
  const before = steps.filter(({ value }) => value !== "producing" && value !== "exporting");
  const waiting = before.reduce((sum, { here }) => sum + here, 0);
  const silent = before.reduce((sum, step) => sum + step.silent, 0);
  const age = silent === 0 ? "recent" : silent === waiting ? "old" : "mixed";
  return [
    ...(waiting === 0 ? [] : [text.t("firms.answer.waiting", { waiting, age, silent })]),
    ...(exited === 0 ? [] : [text.t("firms.answer.exited", { exited })]),
    ...(unknown === 0 ? [] : [text.t("firms.answer.unknownStage", { unknown })]),
  ];
}

function ownersSentence(text: Text, firms: readonly PlacedFirm[]): string {
  const shares = countFirmShares(firms, "owner");
  const known = shares.flatMap(({ value, firms: count }) =>
    value === null ? [] : [{ value, count }],
  );
  const unknown = shares.find(({ value }) => value === null)?.firms ?? 0;
  if (known.length === 0) return text.t("firms.answer.noOwner");
  const named = known.slice(0, NAMED_COUNTRIES).map(({ value, count }) =>
    text.t("firms.answer.owner", {
      count: text.number(count),
      country: countryInSentence(text, value),
    }),
  );
  const rest = known.slice(NAMED_COUNTRIES).reduce((sum, { count }) => sum + count, 0);
  const elsewhere =
    rest === 0 ? [] : [text.t("firms.answer.elsewhere", { count: text.number(rest) })];
  return text.t("firms.answer.owners", { owners: text.list([...named, ...elsewhere]), unknown });
}

function strategicSentence(text: Text, firms: readonly PlacedFirm[]): string {
  const sectors = firms
    .flatMap(({ record }) => record.values.tenancySector ?? [])
    .filter((sector) => isStrategic(sector));
  return text.t("firms.answer.strategic", {
    count: sectors.length,
    sectors: text.list([...new Set(sectors)].sort()),
  });
}
