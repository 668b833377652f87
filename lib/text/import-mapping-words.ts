import { type ColumnTarget, isRole, type MappingProblem } from "@/lib/entry/import-mapping";
import type { Text } from "./text";

/** What a column is used for, as people call it. */
export function describeTarget({ t, fieldLabel }: Text, target: ColumnTarget): string {
  if (target === "ignore") return t("imports.columns.ignore");
  return isRole(target) ? t(`imports.role.${target}`) : fieldLabel(target);
}

/** Says what keeps the columns of a table from being used. */
export function describeMappingProblem(text: Text, problem: MappingProblem): string {
  if (problem.code !== "twice") return text.t(`imports.mapping.${problem.code}`);
  return text.t("imports.mapping.twice", { name: describeTarget(text, problem.target) });
}
