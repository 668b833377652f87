import { LedgerEntryView } from "@/components/evidence/ledger-entry";
import { Section } from "@/components/layout/section";
import { type LedgerGroup, listLedgerGroups } from "@/lib/evidence/ledger-entries";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { useText } from "@/lib/text/use-text";
import { LedgerFilter } from "./ledger-filter";

/** Every claim on a zone and its firms, field by field, with its source. */
export function LedgerSection({ view }: { view: ZoneView }) {
  const text = useText();
  const groups = listLedgerGroups(view.zone);
  const sum = (count: (group: LedgerGroup) => number) =>
    groups.reduce((total, group) => total + count(group), 0);
  return (
    <Section
      id="ledger"
      title={text.t("zones.ledger.title")}
      note={text.t.rich("zones.ledger.note", {
        reports: sum(({ claims }) => claims),
        facts: String(sum(({ entries }) => entries.length)),
        disputed: String(sum(({ contested }) => contested)),
        resolved: String(sum(({ settled }) => settled)),
        unknown: String(sum(({ unknown }) => unknown)),
        link: (words) => (
          <a className="link" href={view.ledgerPath}>
            {words}
          </a>
        ),
      })}
    >
      <LedgerFilter
        groups={groups.map((group) => ({
          key: group.key,
          label: text.groupLabel(group.key),
          fields: group.entries.length,
          contradicted: group.contested + group.settled,
          unknown: group.unknown,
          entries: group.entries.map((entry) => (
            <LedgerEntryView
              key={`${entry.tenancyId ?? ""} ${entry.field}`}
              entry={entry}
              view={view}
            />
          )),
        }))}
      />
    </Section>
  );
}
