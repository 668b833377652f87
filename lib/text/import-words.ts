import type { CellIssue } from "@/lib/entry/import-issue";
import { type ColumnTarget, isRole, type MappingProblem } from "@/lib/entry/import-mapping";
import { describeRefusal } from "./entry-words";
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

/** Says what is wrong with a cell of a table and what to do. */
export function describeCellProblem(text: Text, { problem, suggestion }: CellIssue): string {
  const { t, list } = text;
  switch (problem.code) {
    case "reading": {
      const { field, issue } = problem;
      if (issue.code === "no-value") return t("imports.problem.noValue");
      // Only a rule of a field names the field; dates and other parts have none.
      return describeRefusal(text, field ?? "status", { issue, suggestion });
    }
    case "missing":
      return t("imports.problem.missing", { role: t(`imports.role.${problem.role}`) });
    case "not-found":
      return t(`imports.problem.${problem.role}`);
    case "one-of":
      return t("imports.problem.one-of", { allowed: list(problem.allowed, "or") });
    case "ledger":
      return problem.message;
    default:
      return t(`imports.problem.${problem.code}`);
  }
}
