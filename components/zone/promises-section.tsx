import { formatPartialDate } from "@/components/fields/format-date";
import { Ask } from "./ask";
import { type Promised, promisesOf } from "./promises";
import { Section } from "./section";
import { SourceReference } from "./source-reference";
import type { ZoneView } from "./zone-view";

/** What was promised of a zone, for when, said on which day and by whom. */
export function PromisesSection({ view }: { view: ZoneView }) {
  const groups = promisesOf(view.zone);
  return (
    <Section
      id="promises"
      title="Promises"
      note="what was promised, for when, and on which day it was said"
    >
      {groups.length === 0 ? (
        <p className="text-ink-2">No dated promise was found.</p>
      ) : (
        <dl className="grid gap-3">
          {groups.map(({ field, label, promises }) => (
            <div key={field} className="border-line border-t pt-2">
              <dt className="mb-1 font-semibold">{label}</dt>
              <dd>
                <ol className="grid gap-1.5">
                  {promises.map((promise) => (
                    <PromiseLine key={promise.evidence.claim.id} promise={promise} view={view} />
                  ))}
                </ol>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

function PromiseLine({ promise, view }: { promise: Promised; view: ZoneView }) {
  const { field, due, evidence, shown, counts } = promise;
  const { sourceId } = evidence.claim;
  return (
    <li className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 sm:grid-cols-[5rem_7.5rem_minmax(0,1fr)]">
      <Ask
        field={field}
        className={due === null ? "unknown justify-self-start" : "justify-self-start font-medium"}
      >
        {due === null ? "no date given" : formatPartialDate(due)}
      </Ask>
      <span className="num text-ink-2">said {formatPartialDate(evidence.date)}</span>
      <span className="text-12 max-sm:col-start-2">
        <SourceReference id={sourceId} source={view.sources.get(sourceId)} brief />
        {shown ? " · the latest word" : null}
        {counts ? null : " · no longer counts"}
      </span>
    </li>
  );
}
