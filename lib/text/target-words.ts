import { fieldSpec } from "@/lib/catalogue/fields";
import type { RenewalCounts } from "@/lib/targets/target-counts";
import {
  type Outcome,
  TARGET_CONDITIONS,
  TARGET_STATES,
  type Target,
  type TargetCounts,
  type TargetHistory,
  type TargetKey,
} from "@/lib/targets/targets";
import { type Day, daysBetween } from "@/lib/time/day";
import { formatAge, formatPartialDate } from "./format-date";
import { formatValue } from "./format-value";
import { asSentence, inWords, listed } from "./number-words";

const PROMISED: Readonly<Record<TargetKey, string>> = {
  targetElectricity: "Full electricity",
  targetGas: "Gas",
  targetPhaseOne: "First phase",
  targetOperational: "Operation",
};

/** What was promised, as a short heading. */
export function promisedThing(field: TargetKey): string {
  return PROMISED[field];
}

/** Months with their sign, in words: "97 months later", "6 months earlier", "for the same month". */
export function slipInWords(months: number): string {
  if (months === 0) return "same month";
  const count = Math.abs(months);
  return `${count} ${count === 1 ? "month" : "months"} ${months > 0 ? "later" : "earlier"}`;
}

/** How one target was promised over and over: "promised three times; in all 40 months later". */
export function historyInWords({
  targets: promises,
  renewals: anew,
  totalSlip,
}: TargetHistory): string {
  if (anew === 0) return "promised once";
  const times = promises.length === 2 ? "twice" : `${inWords(promises.length)} times`;
  const slip = totalSlip === 0 ? "in all for the same month" : `in all ${slipInWords(totalSlip)}`;
  return `promised ${times}; ${slip}`;
}

/** How often promises were made anew: "promised anew six times: five for later, one for earlier". */
export function anewInWords({ later, earlier, same }: RenewalCounts): string {
  const times = later + earlier + same;
  if (times === 0) return "none promised anew";
  const ways = [
    { count: later, words: "for later" },
    { count: earlier, words: "for earlier" },
    { count: same, words: "for the same month" },
  ].filter(({ count }) => count > 0);
  const often = times === 1 ? "once" : times === 2 ? "twice" : `${inWords(times)} times`;
  const [only] = ways;
  if (only && ways.length === 1) return `promised anew ${often}, ${only.words}`;
  return `promised anew ${often}: ${ways.map(({ count, words }) => `${inWords(count)} ${words}`).join(", ")}`;
}

/** What became of a promise, in words. */
export function outcomeInWords(field: TargetKey, { outcome, dueOn }: Target, asOf: Day): string {
  switch (outcome.state) {
    case "open":
      return `open, ${outcome.daysLeft} ${outcome.daysLeft === 1 ? "day" : "days"} left`;
    case "kept":
      return outcome.beforehand
        ? `kept: reported done ${reported(outcome)}, before it was promised`
        : `kept: reported done ${reported(outcome)}`;
    case "kept-late":
      return `kept late by ${lateness(outcome)}: reported done ${reported(outcome)}`;
    case "missed": {
      const { value } = outcome.by.claim;
      const spec = fieldSpec(TARGET_CONDITIONS[field].field);
      const words = value === null ? "unknown" : formatValue(spec, value).toLowerCase();
      return `missed, ${formatAge(daysBetween(dueOn, asOf))} overdue: ${words} ${reported(outcome)}`;
    }
    case "not-known":
      return `not known: nothing was reported in the ${formatAge(daysBetween(dueOn, asOf))} since`;
  }
}

function reported({ by }: Extract<Outcome, { by: unknown }>): string {
  const date = formatPartialDate(by.date);
  return by.date.length === 10 ? `on ${date}` : `in ${date}`;
}

function lateness({ daysLate, monthsLate }: Extract<Outcome, { state: "kept-late" }>): string {
  return daysLate < 31
    ? `${daysLate} ${daysLate === 1 ? "day" : "days"}`
    : `${monthsLate} ${monthsLate === 1 ? "month" : "months"}`;
}

const STATE_VERBS: Readonly<Record<(typeof TARGET_STATES)[number], readonly [string, string]>> = {
  kept: ["was kept", "were kept"],
  "kept-late": ["was kept late", "were kept late"],
  missed: ["was missed", "were missed"],
  "not-known": ["is not known of", "are not known of"],
  open: ["is open", "are open"],
};

/** The answer in a sentence: "Of ten promises, three were kept late, six were missed and one is open." */
export function countsInWords(counts: TargetCounts): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = TARGET_STATES.filter((state) => counts[state] > 0).map((state) => {
    const [one, many] = STATE_VERBS[state];
    return { count: counts[state], verb: counts[state] === 1 ? one : many };
  });
  const [only] = parts;
  if (!only) return "No dated promise was found.";
  if (parts.length === 1) {
    const of =
      total === 1
        ? "The one promise"
        : total === 2
          ? "Both promises"
          : `All ${inWords(total)} promises`;
    return `${of} ${only.verb}.`;
  }
  const told = listed(
    parts.map(({ count, verb }) => `${inWords(count)} ${verb}`),
    "and",
  );
  return asSentence(`of ${inWords(total)} promises, ${told}.`);
}
