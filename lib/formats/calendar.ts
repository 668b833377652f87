import ical, { ICalEventTransparency } from "ical-generator";

/** The media type of a calendar (RFC 5545). */
export const CALENDAR_TYPE = "text/calendar; charset=utf-8";

/** A day in a calendar. */
export interface CalendarEntry {
  /** Never changes, also where the day does: calendars then move the entry. */
  readonly id: string;
  /** How often the entry was changed. */
  readonly sequence: number;
  /** Calendar day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Instant of the last change, ISO 8601 UTC. */
  readonly changedAt: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  /** Absolute address of its page. */
  readonly address: string;
  readonly category: string;
}

/** A calendar that programs read again each day. */
export interface Calendar {
  readonly title: string;
  readonly description: string;
  /** Absolute address of the page with the same content. */
  readonly address: string;
  readonly entries: readonly CalendarEntry[];
}

const DAY_SECONDS = 86_400;

const END = "END:VCALENDAR";

/** A calendar in chunks, one for each entry. The same calendar gives the same bytes. */
export function* calendarChunks(calendar: Calendar): Generator<string> {
  const empty = writeCalendar({ ...calendar, entries: [] });
  const end = empty.lastIndexOf(END);
  yield empty.slice(0, end);
  for (const entry of calendar.entries) {
    const text = writeCalendar({ ...calendar, entries: [entry] });
    yield text.slice(end, text.lastIndexOf(END));
  }
  yield empty.slice(end);
}

function writeCalendar({ title, description, address, entries }: Calendar): string {
  const calendar = ical({
    name: title,
    description,
    url: address,
    prodId: { company: "cpec-sez-tracker", product: "targets", language: "EN" },
    ttl: DAY_SECONDS,
  });
  for (const { id, sequence, day, changedAt, title: summary, ...entry } of entries) {
    calendar.createEvent({
      id,
      sequence,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: new Date(changedAt),
      summary,
      description: entry.description,
      url: entry.address,
      categories: [{ name: entry.category }],
      // A target takes nobody's time.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
