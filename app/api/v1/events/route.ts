import { ENDPOINTS } from "@/lib/contract/endpoints";
import { NewEventRequest } from "@/lib/contract/write-request";
import { recordRequest } from "@/lib/server/desk/record-request";
import { listAnswer, readRoute } from "@/lib/server/http/read-route";
import { writeRoute } from "@/lib/server/http/write-route";
import { firstDay } from "@/lib/time/day";

/** The events up to a day, oldest first. */
export const { GET, OPTIONS, PUT, PATCH, DELETE } = readRoute({
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
    return listAnswer(context, matched, events.length, ({ revision, ...event }) => ({
      ...event,
      version: revision,
    }));
  },
});

/** Adds an event. Needs the role analyst. */
export const POST = writeRoute({
  act: "record",
  schema: NewEventRequest,
  write: ({ sources, ...event }, by) => recordRequest({ claims: [], sources, events: [event] }, by),
});
