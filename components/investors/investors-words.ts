import { asSentence, inWords, listed } from "@/components/explorer/number-words";
import { countryName } from "@/components/zone/value-words";
import type { FirmFunnel } from "@/lib/registry/firm-funnel";
import type { PlacedFirm } from "@/lib/registry/firms";
import { firmShares } from "@/lib/registry/investors";

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
      : `${inWords(waiting)} stood at an earlier step when last heard of, ${silent === 0 ? "none" : inWords(silent)} of them over two years ago`,
    exited === 0 ? null : `${inWords(exited)} left or gave up`,
    unknown === 0 ? null : `of ${inWords(unknown)} the stage is unknown`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "All are." : `${asSentence(parts.join("; "))}.`;
}

/** Who invests, as far as the ultimate owner is known. */
function ownersWords(firms: readonly PlacedFirm[]): string {
  const shares = firmShares(firms, "owner");
  const known = shares.filter(({ value }) => value !== null);
  const unknown = shares.find(({ value }) => value === null)?.firms ?? 0;
  if (known.length === 0) return "Who owns them is unknown.";
  const named = known
    .slice(0, NAMED)
    .map(({ value, firms: count }) => `${inWords(count)} from ${countryName(value ?? "")}`);
  const rest = known.slice(NAMED).reduce((sum, share) => sum + share.firms, 0);
  const parts = rest === 0 ? named : [...named, `${inWords(rest)} from elsewhere`];
  const owned = `${asSentence(listed(parts, "and"))} by ultimate owner`;
  return unknown === 0 ? `${owned}.` : `${owned}; of ${inWords(unknown)} the owner is unknown.`;
}
