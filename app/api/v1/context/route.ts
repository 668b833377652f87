import { getFigureDates, isInEffect } from "@/lib/context/context-figures";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listAnswer } from "@/lib/server/http/list-answer";
import { readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** The country's constraints that the brief counts, as far as they hold on the day. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.context.accepts,
  answer: (asking) => {
    const { view } = asking;
    const dates = getFigureDates(view);
    const figures = view.context.filter((figure) => isInEffect(figure, view.asOf, dates));
    const { constraint } = asking.asked.choices;
    const matched = figures.filter((figure) => constraint?.includes(figure.constraint) ?? true);
    return listAnswer(asking, matched, figures.length, ({ revision: _, ...figure }) => figure);
  },
});
