import "server-only";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { shortenZoneName, zoneNames } from "@/lib/evidence/zone-name";
import {
  CALENDAR_TYPE,
  type Calendar,
  type CalendarEntry,
  calendarText,
} from "@/lib/formats/calendar";
import { LICENCE } from "@/lib/formats/file-notes";
import { select } from "@/lib/query/select";
import { listTargetHistories, type Target, type TargetHistory } from "@/lib/targets/targets";
import { changePath } from "@/lib/text/change-words";
import { describeHistory, describeOutcome } from "@/lib/text/target-words";
import { type Handlers, type RequestContext, readRoute } from "./read-route";

/** The route of the latest target of each kind of the zones that match a query, as a calendar. */
export function targetsCalendarRoute(): Handlers {
  return readRoute({
    accepts: ENDPOINTS.targetsCalendar.accepts,
    answer: (context) => ({
      type: CALENDAR_TYPE,
      body: () => calendarText(buildCalendar(context)),
    }),
  });
}

function buildCalendar(context: RequestContext): Calendar {
  const { text, params, view, origin } = context;
  const { rows } = select(view.rows, params.query, view.asOf);
  return {
    title: text.t("files.calendar.title"),
    description: text.t("files.calendar.description", {
      licence: LICENCE.name,
      url: LICENCE.url,
    }),
    address: `${origin}/changes#promises`,
    entries: rows
      .flatMap(({ slug }) =>
        listTargetHistories(view.evidence, slug, view.registry).flatMap((history) => {
          const latest = history.targets.at(-1);
          return latest ? [toEntry(context, slug, history, latest)] : [];
        }),
      )
      .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1)),
  };
}

function toEntry(
  { text, view, origin }: RequestContext,
  zone: string,
  history: TargetHistory,
  target: Target,
): CalendarEntry {
  const { field, renewals } = history;
  const { claim, date } = target.evidence;
  const source = view.sources.find(({ id }) => id === claim.sourceId);
  const revision = view.facts.revisions.find(({ number }) => number === claim.revision);
  const name = shortenZoneName(zoneNames(view.registry.zones).get(zone) ?? zone);
  const category = text.t(`targets.name.${field}`);
  return {
    id: `${zone}/${field}@cpec-sez-tracker`,
    sequence: renewals,
    day: target.dueOn,
    changedAt: revision?.recordedAt ?? "1970-01-01T00:00:00Z",
    title: text.t("files.calendar.entry", {
      zone: name,
      name: category,
      due: text.partialDate(target.targetDate),
    }),
    description: [
      text.t("files.calendar.outcome", {
        outcome: describeOutcome(text, field, target, view.asOf),
        day: text.day(view.asOf),
      }),
      text.t("files.calendar.announced", {
        when: text.onDate(date),
        history: describeHistory(text, history),
      }),
      source === undefined
        ? text.t("files.calendar.noSource")
        : text.t("files.calendar.source", {
            title: source.title,
            publisher: source.publisher,
            url: source.url ?? "none",
          }),
    ].join("\n"),
    address: origin + changePath({ zone, field, tenancy: null }),
    category,
  };
}
