import { countLedger, listLedgerEntries } from "@/lib/evidence/ledger-entries";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { useText } from "@/lib/text/use-text";

/** "68 reports on 60 facts: 3 disputed, 5 resolved, 31 unknown." */
export function EvidenceCounts({ view: { zone } }: { view: ZoneView }) {
  const { t, number } = useText();
  const entries = listLedgerEntries(zone);
  const { claims, contested, settled, unknown } = countLedger(entries);
  return t("zones.ledger.note", {
    reports: claims,
    facts: number(entries.length),
    disputed: number(contested),
    resolved: number(settled),
    unknown: number(unknown),
  });
}
