import type { FirmFunnel } from "@/lib/firms/firm-funnel";
import { countFirmShares } from "@/lib/firms/firm-shares";
import { isStrategic, type PlacedFirm } from "@/lib/firms/firms";
import { countryInSentence } from "./country-words";
import { asSentence, inWords, listed } from "./number-words";

/** The page's answer: a title, and the sentences under it. */
export interface Answer {
  readonly title: string;
  readonly text: string;
}

/** Countries named in the sentence; the rest stand in the figure. */
const NAMED = 2;

/** Who invests, and how many promises became plants, of the firms shown. */
export function investorsAnswer(firms: readonly PlacedFirm[], funnel: FirmFunnel): Answer {
  const { total } = funnel;
  if (total === 0) {
    return {
      title: "No firm is named here",
      text: "No source names a firm that answers this question. That does not mean that there is none.",
    };
  }
  const reached = (step: string) => funnel.steps.find(({ value }) => value === step)?.reached ?? 0;
  const producing = reached("producing");
  return {
    title: titleOf(producing / total),
    text: [
      `Of ${firmsWords(total)} named, ${plantsWords(producing, reached("exporting"))}.`,
      beforeWords(funnel),
      ownersWords(firms),
      strategicWords(firms),
    ].join(" "),
  };
}

function titleOf(share: number): string {
  if (share === 0) return "No promise is shown to have become a plant";
  if (share < 0.25) return "Few promises are shown to have become plants";
  if (share < 0.75) return "Some promises are shown to have become plants";
  return "Most promises are shown to have become plants";
}

function firmsWords(count: number): string {
  return count === 1 ? "the one firm" : `the ${inWords(count)} firms`;
}

function plantsWords(producing: number, exporting: number): string {
  if (producing === 0) return "none is shown to produce";
  const first = `${inWords(producing)} ${producing === 1 ? "is" : "are"} shown to produce`;
  return exporting === 0 ? first : `${first}, ${inWords(exporting)} of them for export`;
}

/** Those on the way, those of which nothing was heard for long, those that left, and the unknown. */
function beforeWords({ steps, exited, unknown }: FirmFunnel): string {
  const before = steps.filter(({ value }) => value !== "producing" && value !== "exporting");
  const waiting = before.reduce((sum, { here }) => sum + here, 0);
  const silent = before.reduce((sum, step) => sum + step.silent, 0);
  const parts = [
    waiting === 0
      ? null
      : `${inWords(waiting)} stood at an earlier step when last heard of, ${silentWords(silent, waiting)}`,
    exited === 0 ? null : `${inWords(exited)} left or gave up`,
    unknown === 0 ? null : `of ${inWords(unknown)} the stage is unknown`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "All are." : `${asSentence(parts.join("; "))}.`;
}

/** How many of those that wait were last heard of long ago; of a single one, whether it was. */
function silentWords(silent: number, waiting: number): string {
  if (waiting === 1) return `and that was ${silent === 0 ? "less than" : "over"} two years ago`;
  const count = silent === 0 ? "none" : silent === waiting ? "all" : inWords(silent);
  return `${count} of them over two years ago`;
}

/** How many are in a sector that the brief treats as strategic, and in which. */
function strategicWords(firms: readonly PlacedFirm[]): string {
  const sectors = firms.flatMap(({ record }) => record.values.tenancySector ?? []);
  const strategic = sectors.filter((sector) => isStrategic(sector));
  if (strategic.length === 0) return "None is shown to be in a strategic sector.";
  const named = listed([...new Set(strategic)].sort(), "and");
  return `${asSentence(inWords(strategic.length))} ${strategic.length === 1 ? "is" : "are"} in a strategic sector: ${named}.`;
}

/** Who invests, as far as the ultimate owner is known. */
function ownersWords(firms: readonly PlacedFirm[]): string {
  const shares = countFirmShares(firms, "owner");
  const known = shares.filter(({ value }) => value !== null);
  const unknown = shares.find(({ value }) => value === null)?.firms ?? 0;
  if (known.length === 0) return "Who owns them is unknown.";
  const named = known
    .slice(0, NAMED)
    .map(({ value, firms: count }) => `${inWords(count)} from ${countryInSentence(value ?? "")}`);
  const rest = known.slice(NAMED).reduce((sum, share) => sum + share.firms, 0);
  const parts = rest === 0 ? named : [...named, `${inWords(rest)} from elsewhere`];
  const owned = `${asSentence(listed(parts, "and"))} by ultimate owner`;
  return unknown === 0 ? `${owned}.` : `${owned}; of ${inWords(unknown)} the owner is unknown.`;
}
