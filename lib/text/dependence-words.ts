import { DEPENDENCE_FIELDS, getGrade } from "@/lib/dependence/dependence";
import { type DependenceRow, isOperating } from "@/lib/dependence/dependence-row";
import type { Text } from "./text";

/** What the page answers: a title, and the sentences under it. */
interface Answer {
  readonly title: string;
  readonly summary: string;
}

/** What is known of the dependence of some zones, without taking missing evidence for independence. */
export function dependenceAnswer(text: Text, rows: readonly DependenceRow[]): Answer {
  if (rows.length === 0) {
    return {
      title: text.t("dependence.answer.noZonesTitle"),
      summary: text.t("dependence.answer.noZones"),
    };
  }
  const total = rows.length * DEPENDENCE_FIELDS.length;
  const known = rows.reduce((sum, row) => sum + row.known, 0);
  return {
    title: text.t(`dependence.answer.title.${knownPart(known / total)}`),
    summary:
      known === 0
        ? text.t("dependence.answer.noEvidence", { total: text.number(total), zones: rows.length })
        : `${evidenceSentence(text, rows, known, total)} ${operatingSentence(text, rows)}`,
  };
}

function knownPart(share: number) {
  if (share === 0) return "none";
  if (share < 0.25) return "little";
  return share < 0.75 ? "part" : "most";
}

function evidenceSentence(
  text: Text,
  rows: readonly DependenceRow[],
  known: number,
  total: number,
): string {
  const weak = rows
    .flatMap(({ zone }) => DEPENDENCE_FIELDS.map((key) => getGrade(zone.fields[key])))
    .filter((grade) => grade === "weak").length;
  return text.t("dependence.answer.evidence", {
    quality: weak === known ? "weak" : weak > 0 ? "mixed" : "good",
    weak: text.number(weak),
    known: text.number(known),
    total: text.number(total),
    silent: rows.filter((row) => row.known === 0).length,
  });
}

function operatingSentence(text: Text, rows: readonly DependenceRow[]): string {
  const operating = rows.filter(isOperating);
  return text.t("dependence.answer.operating", {
    operating: operating.length,
    rated: operating.filter(({ known }) => known > 0).length,
  });
}

/** What shows that firms operate in a zone, in a sentence. */
export function describeOperation(text: Text, { operation, zone }: DependenceRow): string {
  const count = Number(zone.values.enterprisesProducing);
  return text.t("dependence.operating.summary", {
    reasons: text.list(operation.by.map((by) => text.t(`dependence.operating.${by}`, { count }))),
  });
}
