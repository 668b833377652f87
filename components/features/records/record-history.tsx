import type { RecordEvent } from "@/lib/records/record-history";
import { authorKind, formatRevision } from "@/lib/text/revision-words";
import { usePlainText } from "@/lib/text/use-plain-text";
import { pakistanDay } from "@/lib/time/day";

/** What happened to a record, latest first. */
export function RecordHistory({ entries }: { entries: readonly RecordEvent[] }) {
  const { t, day } = usePlainText();
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="title mb-2">
        {t("records.history.title")}
      </h2>
      <ol className="grid max-w-[44rem]">
        {entries.map(({ revision, act, reason, into }) => (
          <li
            key={`${revision?.number} ${act}`}
            className="border-line border-t py-2 first:border-t-0"
          >
            <span className="font-medium">{t(`records.history.${act}`, { into: into ?? "" })}</span>
            {reason ? <span className="block">{reason}</span> : null}
            {revision ? (
              <span className="block text-12 text-ink-3">
                {t("records.history.by", {
                  by: authorKind(revision.author),
                  author: revision.author,
                  day: day(pakistanDay(new Date(revision.recordedAt)), "long"),
                  revision: formatRevision(revision.number),
                })}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
