import { ENDPOINTS } from "@/lib/contract/endpoints";
import { NewFigureRequest } from "@/lib/contract/write-request";
import { listRecordsBy } from "@/lib/evidence/facts-at";
import { recordRequest } from "@/lib/server/desk/record-request";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";
import { writeRoute } from "@/lib/server/http/write-route";

/** The national figures and statements in effect on the day. */
export const { GET, OPTIONS, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.context.accepts,
  answer: (context) => {
    const { facts, registry } = context.view;
    const figures = listRecordsBy(facts, registry).context;
    const { constraint } = context.params.choices;
    const matched = figures.filter((figure) => constraint?.includes(figure.constraint) ?? true);
    return listAnswer(context, matched, figures.length, ({ revision, ...figure }) => ({
      ...figure,
      version: revision,
    }));
  },
});

/** Adds a national figure or a statement. Needs the role analyst. */
export const POST = writeRoute({
  act: "record",
  schema: NewFigureRequest,
  write: ({ sources, ...figure }, by) =>
    recordRequest({ claims: [], sources, context: [figure] }, by),
});
