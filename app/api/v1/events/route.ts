import { MOMENT_PARAMS } from "@/lib/contract/read-params";
import { firstDay } from "@/lib/registry/day";
import { EVENT_KINDS } from "@/lib/registry/facts";
import { listAnswer } from "@/lib/server/http/list-answer";
import { readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** The events up to a day, the earliest first. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: {
    query: MOMENT_PARAMS,
    paging: true,
    choices: {
      kind: () => EVENT_KINDS,
      zone: ({ zones }) => zones.map(({ slug }) => slug),
    },
  },
  answer: (asking) => {
    const { view, asked } = asking;
    const { kind, zone } = asked.choices;
    const events = view.events
      .filter(({ date }) => firstDay(date) <= view.asOf)
      .sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1));
    const matched = events.filter(
      (event) =>
        (kind?.includes(event.kind) ?? true) &&
        (zone === undefined || event.zones.some((slug) => zone.includes(slug))),
    );
    return listAnswer(asking, matched, events.length, ({ revision: _, ...event }) => event);
  },
});
