import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { OpenQuestion } from "./open-questions";

/** Open questions of one zone whose answers have the same effect. */
export interface QuestionGroup extends Omit<OpenQuestion, "field"> {
  readonly fields: readonly ZoneFieldKey[];
}

/** Merges the questions of a zone that have the same effect, in the given order. */
export function groupQuestions(questions: readonly OpenQuestion[]): QuestionGroup[] {
  const groups = new Map<string, { -readonly [K in keyof QuestionGroup]: QuestionGroup[K] }>();
  for (const { field, ...question } of questions) {
    const { slug, why, best, worst, width } = question;
    const key = [slug, why, best, worst, width].join(" ");
    const group = groups.get(key);
    if (group) group.fields = [...group.fields, field];
    else groups.set(key, { ...question, fields: [field] });
  }
  return [...groups.values()];
}
