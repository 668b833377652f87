import { ENDPOINTS } from "@/lib/contract/endpoints";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";
import { firstDay } from "@/lib/time/day";

export const dynamic = "force-dynamic";

/** The events up to a day, oldest first. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: ENDPOINTS.events.accepts,
  answer: (context) => {
    const { view, params } = context;
    const { kind, zone } = params.choices;
    const events = view.events
      .filter(({ date }) => firstDay(date) <= view.asOf)
      .sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1));
    const matched = events.filter(
      (event) =>
        (kind?.includes(event.kind) ?? true) &&
        (zone === undefined || event.zones.some((slug) => zone.includes(slug))),
    );
    return listAnswer(context, matched, events.length, ({ revision: _, ...event }) => event);
  },
});
