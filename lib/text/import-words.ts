import type { CellIssue } from "@/lib/entry/import-row";
import { describeRefusal } from "./entry-words";
import type { Text } from "./text";

/** Says what is wrong with a cell of a table and what to do. */
export function describeCellProblem(text: Text, { problem, suggestion }: CellIssue): string {
  const { t, list } = text;
  switch (problem.code) {
    case "reading": {
      const { issue } = problem;
      if (issue.code === "no-value") return t("imports.problem.noValue");
      return describeRefusal(text, { issue, suggestion });
    }
    case "missing":
      return t("imports.problem.missing", { role: t(`imports.role.${problem.role}`) });
    case "not-found":
      return t(`imports.problem.${problem.role}`);
    case "one-of":
      return t("imports.problem.one-of", { allowed: list(problem.allowed, "or") });
    case "repaired": {
      const { field, value } = problem;
      const words = field === null ? String(value) : text.value(field, value);
      return t("imports.problem.repaired", { value: words });
    }
    case "changed-since": {
      const { field, exported, present } = problem;
      const say = (value: typeof present) =>
        value === null ? t("common.unknown") : text.value(field, value);
      return t("imports.problem.changed-since", { exported: say(exported), present: say(present) });
    }
    case "ledger":
      return problem.message;
    default:
      return t(`imports.problem.${problem.code}`);
  }
}
