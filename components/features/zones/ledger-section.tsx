import { LedgerEntryView } from "@/components/evidence/ledger-entry";
import { Section } from "@/components/layout/section";
import { type LedgerGroup, listLedgerGroups } from "@/lib/evidence/ledger-entries";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { LedgerFilter } from "./ledger-filter";

/** Everything that is claimed of a zone and its firms, field by field, each value with its source. */
export function LedgerSection({ view }: { view: ZoneView }) {
  const groups = listLedgerGroups(view.zone);
  const sum = (of: (group: LedgerGroup) => number) => groups.reduce((n, group) => n + of(group), 0);
  return (
    <Section
      id="ledger"
      title="The ledger"
      note={
        <>
          {`${sum((group) => group.claims)} claims on ${sum((group) => group.entries.length)} fields; ${sum((group) => group.contested)} contested, ${sum((group) => group.settled)} settled, ${sum((group) => group.unknown)} unknown`}
          .{" "}
          <a className="link" href={view.ledgerPath}>
            All claims, newest first
          </a>
        </>
      }
    >
      <LedgerFilter
        groups={groups.map((group) => ({
          key: group.key,
          label: group.label,
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
