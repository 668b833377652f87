import { sourcePath, webAddress } from "@/lib/evidence/addresses";
import type { Source } from "@/lib/evidence/ledger-records";
import { formatPartialDate } from "@/lib/text/format-date";

/** Props of a source's reference. */
export interface SourceReferenceProps {
  /** Id of the source; named as it is where the source itself is not at hand. */
  id: string;
  source: Source | undefined;
  /** Leaves the title out, where it would say too much. */
  brief?: boolean;
  /** The moment that the page shows, as its address asks for it; absent: today. */
  moment?: readonly (readonly [string, string])[];
}

/** A source as a claim names it: its title, which opens it, and publisher and date, which lead to all that rests on it. */
export function SourceReference({ id, source, brief = false, moment }: SourceReferenceProps) {
  if (source === undefined) return <span>{id}</span>;
  const address = webAddress(source.url);
  const { publisher, publishedOn, publishedOnEstimated } = source;
  const date =
    publishedOn === null
      ? "undated"
      : `${publishedOnEstimated ? "about " : ""}${formatPartialDate(publishedOn)}`;
  const listed = (
    <a className="link" href={sourcePath(source.id, moment)}>
      {publisher}, {date}
    </a>
  );
  if (brief) return listed;
  return (
    <>
      {address === null ? (
        <span>“{source.title}”</span>
      ) : (
        <a className="link" href={address} rel="external noopener">
          “{source.title}”
        </a>
      )}
      , {listed}
    </>
  );
}
