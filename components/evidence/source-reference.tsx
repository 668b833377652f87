import { Original } from "@/components/ui/original";
import { sourcePath, webAddress } from "@/lib/evidence/addresses";
import type { Event, Source } from "@/lib/evidence/ledger-records";
import type { EvidenceView } from "@/lib/evidence/zone-view";
import { endSentence } from "@/lib/text/end-sentence";
import { upperFirst } from "@/lib/text/first-letter";
import { keepTogether } from "@/lib/text/keep-together";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";

interface SourceReferenceProps {
  /** Id of the source; shown as it is where the source itself is missing. */
  id: string;
  source: Source | undefined;
  /** Leaves the title out. */
  brief?: boolean;
  /** The date and revision of the page, as in its address; absent: today. */
  moment?: readonly (readonly [string, string])[];
}

/** A source: its title, which leads to it, and its publisher and date, which lead to everything based on it. */
export function SourceReference({ id, source, brief = false, moment }: SourceReferenceProps) {
  const text = useText();
  if (source === undefined) return <span>{id}</span>;
  const listed = (
    <a className="link" href={sourcePath(source.id, moment)}>
      {describeSource(text, source)}
    </a>
  );
  if (brief) return listed;
  const address = webAddress(source.url);
  const title = text.t("ledger.source.quoted", { title: source.title });
  return (
    <>
      {address === null ? (
        <span>
          <Original>{title}</Original>
        </span>
      ) : (
        <a className="link" href={address} rel="external noopener">
          <Original>{title}</Original>
        </a>
      )}
      , {listed}
    </>
  );
}

/** "Dawn, 7 Oct 2020", "BOI, about 2020", "BOI, undated". */
function describeSource(
  { t, partialDate }: Text,
  { publisher, publishedOn, publishedOnEstimated }: Source,
): string {
  if (publishedOn === null) return t("ledger.source.undated", { publisher });
  const date = keepTogether(partialDate(publishedOn));
  return publishedOnEstimated
    ? t("ledger.source.estimated", { publisher, date })
    : t("ledger.source.listed", { publisher, date });
}

interface EventListProps {
  /** Latest first. */
  events: readonly Event[];
  view: Pick<EvidenceView, "sources" | "moment">;
}

/** Events under each other, each with its source. */
export function EventList({ events, view: { sources, moment } }: EventListProps) {
  const text = useText();
  return (
    <ol>
      {events.map(({ id, date, kind, title, body, sourceId }) => (
        <li
          key={id}
          className="grid gap-x-3 border-line border-t py-1.5 sm:grid-cols-[5.5rem_6rem_minmax(0,1fr)_9rem]"
        >
          <time dateTime={date} className="tabular">
            {text.partialDate(date)}
          </time>
          <span className="text-12 text-ink-3">
            {upperFirst(text, text.t(`ledger.eventKind.${kind}`))}
          </span>
          <p>
            <Original>
              <b>{endSentence(title)}</b> <span className="text-ink-2">{body}</span>
            </Original>
          </p>
          <span className="text-12 sm:text-end">
            <SourceReference id={sourceId} source={sources.get(sourceId)} moment={moment} brief />
          </span>
        </li>
      ))}
    </ol>
  );
}
