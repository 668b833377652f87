import { listChangesBetween } from "@/lib/changes/changes";
import { resolveSpan } from "@/lib/changes/span";
import {
  getChangeFilter,
  listChangeRows,
  matchesFilter,
  toChangeAnswer,
  toMomentAnswer,
} from "@/lib/contract/changes-answer";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { toApiIssue } from "@/lib/contract/problems";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";

/** The changes between two days or two revisions, newest first. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.changes.accepts,
  answer: (context) => {
    const { params, view } = context;
    const compared = resolveSpan(params.span, view.registry);
    if ("problem" in compared) return { issue: toApiIssue(context.text, compared.problem) };
    const { from, to } = compared.span;
    return () => {
      const rows = listChangeRows(view, listChangesBetween(view, { from, to }), to);
      const filter = getChangeFilter(params);
      const matched = rows.filter((row) => matchesFilter(filter, row));
      return listAnswer(context, matched, rows.length, toChangeAnswer, {
        from: toMomentAnswer(from, view.facts.revisions),
        to: toMomentAnswer(to, view.facts.revisions),
      });
    };
  },
});
