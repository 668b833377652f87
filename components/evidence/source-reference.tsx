import { sourcePath, webAddress } from "@/lib/evidence/addresses";
import type { Source } from "@/lib/evidence/ledger-records";
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
        <span>{title}</span>
      ) : (
        <a className="link" href={address} rel="external noopener">
          {title}
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
  const date = partialDate(publishedOn);
  return publishedOnEstimated
    ? t("ledger.source.estimated", { publisher, date })
    : t("ledger.source.listed", { publisher, date });
}
