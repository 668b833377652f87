import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import { archiveAddress, sourcePath, webAddress } from "@/lib/evidence/addresses";
import type { Source } from "@/lib/evidence/ledger-records";
import { noBreak } from "@/lib/text/no-break";
import type { PlainText } from "@/lib/text/plain-text";
import { usePlainText } from "@/lib/text/use-plain-text";

/** What a reference shows of a source. */
export type ReferencedSource = Pick<
  Source,
  "id" | "title" | "publisher" | "url" | "archivedUrl" | "publishedOn" | "publishedOnEstimated"
>;

/** A source without what a reference does not show. */
export function pickReference(source: Source): ReferencedSource {
  const { id, title, publisher, url, archivedUrl, publishedOn, publishedOnEstimated } = source;
  return { id, title, publisher, url, archivedUrl, publishedOn, publishedOnEstimated };
}

interface SourceReferenceProps {
  /** Id of the source; shown as it is where the source itself is missing. */
  id: string;
  source: ReferencedSource | undefined;
  /** Leaves the title out. */
  brief?: boolean;
  /** The date and revision of the page, as in its address; absent: today. */
  moment?: readonly (readonly [string, string])[];
  /** Class of its links; null where a rule of what is around them gives their look. */
  linkClass?: "link" | null;
}

/** A source: its title, which leads to it, its publisher and date, which lead to everything based on it, and its copies. */
export function SourceReference({
  id,
  source,
  brief = false,
  moment,
  linkClass = "link",
}: SourceReferenceProps) {
  const text = usePlainText();
  if (source === undefined) return <span>{id}</span>;
  const className = linkClass ?? undefined;
  const listed = (
    <Anchor className={className} href={sourcePath(source.id, moment)}>
      {describeSource(text, source)}
    </Anchor>
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
        <a className={className} href={address} rel="external">
          <Original>{title}</Original>
        </a>
      )}
      , {listed}
      <ArchiveLink source={source} className={className} />
    </>
  );
}

interface ArchiveLinkProps {
  source: Pick<Source, "url" | "archivedUrl">;
  className: string | undefined;
}

/** A link to the kept copy of a source, or to the copies in the public archive; nothing where it is on no page. */
export function ArchiveLink({ source, className }: ArchiveLinkProps) {
  const { t } = usePlainText();
  const address = archiveAddress(source);
  if (address === null) return null;
  return (
    <>
      {" · "}
      <a className={className} href={address} rel="external">
        {t("evidence.archive", { kept: source.archivedUrl === null ? "no" : "yes" })}
      </a>
    </>
  );
}

/** "Dawn, 7 Oct 2020", "BOI, about 2020", "BOI, undated". */
export function describeSource(
  { t, partialDate }: PlainText,
  { publisher, publishedOn, publishedOnEstimated }: ReferencedSource,
): string {
  if (publishedOn === null) return t("ledger.source.undated", { publisher });
  const date = noBreak(partialDate(publishedOn));
  return publishedOnEstimated
    ? t("ledger.source.estimated", { publisher, date })
    : t("ledger.source.listed", { publisher, date });
}
