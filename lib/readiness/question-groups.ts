import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { OpenQuestion } from "./open-questions";

/** Values of one zone of which any one answer would move it alike. */
export interface QuestionGroup extends Omit<OpenQuestion, "field"> {
  readonly fields: readonly ZoneFieldKey[];
}

/** Open questions with those of one zone that would do the same put together; the order stays. */
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
