import { listChangesBetween } from "@/lib/changes/changes";
import { resolveSpan } from "@/lib/changes/span";
import {
  changeRows,
  matchesFilter,
  momentAnswer,
  parseChangeFilter,
  presentChange,
} from "@/lib/contract/changes-answer";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { paramFault } from "@/lib/contract/problems";
import { listAnswer } from "@/lib/server/http/list-answer";
import { readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** What changed between two days or two versions, the latest first. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.changes.accepts,
  answer: (asking) => {
    const { asked, view } = asking;
    const compared = resolveSpan(asked.span, view.registry);
    if ("problem" in compared) return { fault: paramFault(compared.problem) };
    const { from, to } = compared.span;
    const rows = changeRows(view, listChangesBetween(view, { from, to }), to);
    const filter = parseChangeFilter(asked);
    const matched = rows.filter((row) => matchesFilter(filter, row));
    return listAnswer(asking, matched, rows.length, presentChange, {
      from: momentAnswer(from),
      to: momentAnswer(to),
    });
  },
});
