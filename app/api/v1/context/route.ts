import { getFigureDates, isInEffect } from "@/lib/context/context-figures";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** The national figures and statements in effect on the day. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.context.accepts,
  answer: (context) => {
    const { view } = context;
    const dates = getFigureDates(view);
    const figures = [...view.context, ...view.statements].filter((item) =>
      isInEffect(item, view.asOf, dates),
    );
    const { constraint } = context.params.choices;
    const matched = figures.filter((figure) => constraint?.includes(figure.constraint) ?? true);
    return listAnswer(context, matched, figures.length, ({ revision: _, ...figure }) => figure);
  },
});
