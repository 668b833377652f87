import { EntryText, packEntries } from "@/components/evidence/ledger-entry";
import { Anchor } from "@/components/layout/link";
import { isNothingFound, listLedgerGroups } from "@/lib/evidence/ledger-entries";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { describeFact } from "@/lib/text/evidence-summary";
import { lowerFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";
import { EvidenceCounts } from "./evidence-counts";
import { LedgerFilter } from "./ledger-filter";

/** More facts without a report are counted, not named. */
const MOST_NAMED = 8;

/** Every claim on a zone and its firms, fact by fact with those that contradict it; facts without a report are folded. */
export function AllEvidence({ view }: { view: ZoneView }) {
  const text = useText();
  const { t } = text;
  const groups = listLedgerGroups(view.zone);
  const all = groups.flatMap(({ entries }) => entries);
  return (
    <section aria-labelledby="all-evidence">
      <h1 id="all-evidence" data-small className="page-title">
        {t("zones.meta.ledgerTitle", { zone: view.zone.values.name ?? view.zone.slug })}
      </h1>
      <p className="mt-2 max-w-[68ch]">{t("zones.ledger.byFactIntro")}</p>
      <p className="mt-1 mb-5 text-12 text-ink-2">
        <EvidenceCounts view={view} />{" "}
        <Anchor className="link" href={view.ledgerPath}>
          {t("zones.ledger.newestFirst")}
        </Anchor>
      </p>
      <EntryText>
        <LedgerFilter
          packed={packEntries(text, all, view)}
          groups={groups.map(({ key, entries, contested, settled, unknown }) => {
            const missing = entries.filter(({ resolution }) => isNothingFound(resolution));
            return {
              key,
              label: text.groupLabel(key),
              fields: entries.length,
              contradicted: contested + settled,
              unknown,
              reported: entries
                .filter((entry) => !missing.includes(entry))
                .map((entry) => all.indexOf(entry)),
              nothingFound: missing.map((entry) => all.indexOf(entry)),
              nothingFoundLabel: t.rich("evidence.nothingFound", {
                count: missing.length,
                facts: text.list(
                  (missing.length > MOST_NAMED ? [] : missing).map((entry) =>
                    entry.subject === null
                      ? lowerFirst(text, describeFact(text, entry))
                      : describeFact(text, entry),
                  ),
                ),
                quiet: (words) =>
                  missing.length > MOST_NAMED ? null : <span className="text-ink-2">{words}</span>,
              }),
            };
          })}
        />
      </EntryText>
    </section>
  );
}
