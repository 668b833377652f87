import { shortZoneName } from "@/lib/evidence/short-zone-name";
import type { SourceView } from "@/lib/evidence/source-view";
import { toSearch } from "@/lib/query/search-string";
import { formatDay, formatPartialDate } from "@/lib/text/format-date";
import { formatNumber } from "@/lib/text/format-number";
import { pakistanDay } from "@/lib/time/day";

/** The dated events and the figures on the country that rest on the source, and how it was changed. */
export function SourceOthers({ view }: { view: SourceView }) {
  return (
    <>
      <EventsOfSource view={view} />
      <FiguresOfSource view={view} />
      <Changes view={view} />
    </>
  );
}

function EventsOfSource({ view: { events, zones, moment } }: { view: SourceView }) {
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="events-title" className="mb-10">
      <h2 id="events-title" className="mb-2 font-serif text-21">
        Events that it tells of
      </h2>
      <ol>
        {events.map((event) => (
          <li
            key={event.id}
            className="grid gap-x-6 border-line border-t py-1.5 sm:grid-cols-[6rem_6rem_minmax(0,1fr)]"
          >
            <time dateTime={event.date} className="tabular">
              {formatPartialDate(event.date)}
            </time>
            <span className="text-12 text-ink-3">{event.kind}</span>
            <div>
              <p>
                <b>{event.title}</b> <span className="text-ink-2">{event.body}</span>
              </p>
              <p className="flex flex-wrap gap-x-3 text-12">
                {event.zones.map((slug) => (
                  <a
                    key={slug}
                    className="link inline-flex min-h-6 items-center"
                    href={`/zones/${slug}${toSearch(moment)}#events`}
                  >
                    {shortZoneName(zones.get(slug) ?? slug)}
                  </a>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function FiguresOfSource({ view: { figures } }: { view: SourceView }) {
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="figures-title" className="mb-10">
      <h2 id="figures-title" className="mb-2 font-serif text-21">
        Figures on the country
      </h2>
      <ul>
        {figures.map(({ key, label, value, unit, period, sourceNote }) => (
          <li
            key={key}
            className="grid gap-x-6 border-line border-t py-1.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,14rem)_8rem]"
          >
            <div>
              {label}
              {sourceNote ? <p className="text-12 text-ink-2">{sourceNote}</p> : null}
            </div>
            <p className="tabular">
              <b>{formatNumber(value)}</b> {unit}
            </p>
            <p className="tabular text-12 text-ink-2">{formatPartialDate(period)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every change of what is said of the source, the latest first; the address has its own place above. */
function Changes({ view: { versions, revisions } }: { view: SourceView }) {
  if (versions.length < 2) return null;
  return (
    <section aria-labelledby="changes-title" className="mb-10">
      <h2 id="changes-title" className="mb-2 font-serif text-21">
        How its entry changed
      </h2>
      <ol>
        {[...versions].reverse().map(({ revision, reason, source }) => {
          const by = revisions.get(revision);
          const day = by ? formatDay(pakistanDay(new Date(by.recordedAt))) : "";
          return (
            <li key={revision} className="border-line border-t py-1.5">
              <span className="tabular">{day}</span>{" "}
              <span className="text-ink-2">
                {reason === null ? "recorded" : `changed: ${reason}`}
              </span>
              <span className="block text-12 text-ink-3">
                revision {revision}
                {by ? `, by ${by.author}` : null}: “{source.title}”, {source.publisher},{" "}
                {source.publishedOn === null ? "undated" : formatPartialDate(source.publishedOn)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
