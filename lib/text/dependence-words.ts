import { DEPENDENCE_FIELDS, type EvidenceGrade, getGrade } from "@/lib/dependence/dependence";
import { type DependenceRow, isOperating } from "../dependence/dependence-row";
import { asSentence, inWords } from "./number-words";

/** The page's answer: a title, and the sentences under it. */
export interface Answer {
  readonly title: string;
  readonly text: string;
}

/** What each grade of evidence means. */
export const GRADE_WORDS: Readonly<Record<EvidenceGrade, string>> = {
  weak: "a claim of low confidence, the tracker's own reading at medium, or a contested level",
  fair: "a source's word at medium confidence, or the tracker's own reading at high",
  strong: "a source's word at high confidence",
};

/** The rule by which a zone counts. */
export const COUNTING_RULE =
  "A zone counts where firms operate: a named firm produces or exports there, or at least one is counted as producing, or its status is at least partly operational.";

/** What is evidenced of the dependence of some zones, without taking silence for independence. */
export function dependenceAnswer(rows: readonly DependenceRow[]): Answer {
  if (rows.length === 0) {
    return { title: "Dependence on China", text: "No zone answers this question." };
  }
  const asked = rows.length * DEPENDENCE_FIELDS.length;
  const known = rows.reduce((sum, row) => sum + row.known, 0);
  const title = titleOf(known / asked);
  if (known === 0) {
    return {
      title,
      text: `${zonesWords(rows.length)}, six dimensions each: no source bears a level on any of them. That is not independence; it is silence.`,
    };
  }
  const silent = rows.filter((row) => row.known === 0).length;
  const told = [
    `Of the ${asked} levels that ${zonesWords(rows.length)} would have, ${known} ${known === 1 ? "is" : "are"} evidenced, ${gradesWords(rows)}.`,
    silent === 0
      ? "Every zone has at least one."
      : `Of ${inWords(silent)} ${silent === 1 ? "zone" : "zones"} not one is known, which is silence and not independence.`,
    countedWords(rows),
  ];
  return { title, text: told.join(" ") };
}

function titleOf(share: number): string {
  if (share === 0) return "Nobody has shown how far these zones depend on China";
  if (share < 0.25) return "Little is shown of how far these zones depend on China";
  if (share < 0.75) return "Half is shown of how far these zones depend on China";
  return "Most is shown of how far these zones depend on China";
}

function zonesWords(count: number): string {
  return count === 1 ? "one zone" : `${inWords(count)} zones`;
}

/** "all weakly", "3 of them better than weakly". */
function gradesWords(rows: readonly DependenceRow[]): string {
  const grades = rows.flatMap(({ zone }) =>
    DEPENDENCE_FIELDS.flatMap((key) => getGrade(zone.fields[key]) ?? []),
  );
  const better = grades.filter((grade) => grade !== "weak").length;
  if (better === 0) return grades.length === 1 ? "and weakly" : "all of them weakly";
  if (better === grades.length)
    return grades.length === 1 ? "and not weakly" : "none of them weakly";
  return `${better} of them better than weakly`;
}

function countedWords(rows: readonly DependenceRow[]): string {
  const counted = rows.filter(isOperating);
  const known = counted.filter((row) => row.known > 0).length;
  const all = `Firms operate in ${inWords(counted.length)}`;
  if (counted.length === 0) return "Firms are shown to operate in none of them.";
  return known === 0
    ? `${all}, and of none of those is any level known.`
    : `${all}, and of ${inWords(known)} of those a level is known.`;
}

/** Why a zone does not count, in a few words; null where it does. */
export function notCountedWords({ operation }: DependenceRow): string | null {
  switch (operation.state) {
    case "operates":
      return null;
    case "none":
      return "by status or count without a producing firm";
    case "unknown":
      return "of which nobody says whether a firm operates";
  }
}

/** What shows that firms operate, in words. */
export function operatingWords({ operation, zone }: DependenceRow): string {
  const words = {
    firm: "a named firm produces",
    count: `${zone.values.enterprisesProducing} counted as producing`,
    status: "by its status",
  };
  return asSentence(operation.by.map((by) => words[by]).join(", "));
}
