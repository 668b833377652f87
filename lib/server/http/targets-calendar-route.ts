import "server-only";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import type { Revision, Source } from "@/lib/evidence/ledger-records";
import type { ZoneRow } from "@/lib/evidence/row";
import { shortZoneName } from "@/lib/evidence/zone-name";
import {
  CALENDAR_TYPE,
  type Calendar,
  type CalendarEntry,
  calendarChunks,
} from "@/lib/formats/calendar";
import { LICENCE } from "@/lib/formats/file-notes";
import { select } from "@/lib/query/select";
import { listTargetHistories, type Target, type TargetHistory } from "@/lib/targets/targets";
import { changePath } from "@/lib/text/change-words";
import { describeHistory, describeOutcome } from "@/lib/text/target-words";
import { type Handlers, type RequestContext, readRoute } from "./read-route";
import { createStream } from "./respond";

/** The route of the latest target of each kind of the zones that match a query, as a calendar. */
export function targetsCalendarRoute(): Handlers {
  return readRoute({
    accepts: ENDPOINTS.targetsCalendar.accepts,
    answer: (context) => {
      const calendar = buildCalendar(context);
      return { type: CALENDAR_TYPE, body: () => createStream(calendarChunks(calendar)) };
    },
  });
}

function buildCalendar(context: RequestContext): Calendar {
  const { text, params, view, origin } = context;
  const { rows } = select(view.rows, params.query, view.asOf);
  const known: KnownRecords = {
    sources: new Map(view.sources.map((source) => [source.id, source])),
    revisions: new Map(view.facts.revisions.map((revision) => [revision.number, revision])),
  };
  const entries = rows.flatMap((row) =>
    listTargetHistories(view.evidence, row.slug, view.registry).flatMap((history) => {
      const latest = history.targets.at(-1);
      return latest ? [toEntry(context, known, row, history, latest)] : [];
    }),
  );
  return {
    title: text.t("files.calendar.title"),
    description: text.t("files.calendar.description", {
      licence: LICENCE.name,
      url: LICENCE.url,
    }),
    address: `${origin}/news#promises`,
    entries: entries.sort((a, b) =>
      a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1,
    ),
  };
}

/** What entries name, by their ids and numbers. */
interface KnownRecords {
  readonly sources: ReadonlyMap<string, Source>;
  readonly revisions: ReadonlyMap<number, Revision>;
}

function toEntry(
  { text, view, origin }: RequestContext,
  { sources, revisions }: KnownRecords,
  row: ZoneRow,
  history: TargetHistory,
  target: Target,
): CalendarEntry {
  const { field, renewals } = history;
  const { claim, date } = target.evidence;
  const source = sources.get(claim.sourceId);
  const revision = revisions.get(claim.revision);
  const zone = row.slug;
  const category = text.t(`targets.name.${field}`);
  return {
    id: `${zone}/${field}@cpec-sez-tracker`,
    sequence: renewals,
    day: target.dueOn,
    changedAt: revision?.recordedAt ?? "1970-01-01T00:00:00Z",
    title: text.t("files.calendar.entry", {
      zone: shortZoneName(row),
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
