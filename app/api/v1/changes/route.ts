import { resolveSpan } from "@/lib/changes/span";
import {
  getChangeFilter,
  matchesFilter,
  toChangeAnswer,
  toMomentAnswer,
} from "@/lib/contract/changes-answer";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { toApiIssue } from "@/lib/contract/problems";
import { filterInSteps } from "@/lib/evidence/steps";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";
import { runFor } from "@/lib/server/in-slices";
import { loadChangeRowsBetween } from "@/lib/server/registry/load-changes";

export const dynamic = "force-dynamic";

/** The changes between two days or two revisions, newest first. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.changes.accepts,
  answer: (context) => {
    const { params, view } = context;
    const compared = resolveSpan(params.span, view.registry);
    if ("problem" in compared) return { issue: toApiIssue(context.text, compared.problem) };
    const { from, to } = compared.span;
    return async () => {
      const rows = await loadChangeRowsBetween(view, { from, to });
      const filter = getChangeFilter(params);
      const steps = filterInSteps(rows, (row) => matchesFilter(filter, row));
      const matched = await runFor(view, steps);
      return listAnswer(context, matched, rows.length, toChangeAnswer, {
        from: toMomentAnswer(from, view.facts.revisions),
        to: toMomentAnswer(to, view.facts.revisions),
      });
    };
  },
});
