import { Anchor } from "@/components/layout/link";
import { Fold, Section } from "@/components/layout/section";
import {
  countFieldClaims,
  isNothingFound,
  type LedgerEntry,
  listLedgerGroups,
} from "@/lib/evidence/ledger-entries";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { toSearch } from "@/lib/query/search-string";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { EvidenceCounts } from "./evidence-counts";
import { type IndexEntry, IndexGroups } from "./index-group";

/**
 * The way to all evidence on a zone, and on demand a list of its facts: each has the anchor that values lead to, and
 * leads to the page with its evidence.
 */
export function EvidenceIndex({ view }: { view: ZoneView }) {
  const text = useText();
  const { t } = text;
  const groups = listLedgerGroups(view.zone);
  const page = `/zones/${view.zone.slug}`;
  const search = toSearch(view.moment);
  return (
    <Section
      id="ledger"
      className="no-print"
      title={t("zones.ledger.title")}
      note={<EvidenceCounts view={view} />}
    >
      <p className="mb-1.5 flex flex-wrap gap-x-4">
        <Anchor
          className="link inline-flex min-h-6 items-center"
          href={`${page}/evidence${search}`}
        >
          {t("zones.ledger.byFact")}
        </Anchor>
        <Anchor className="link inline-flex min-h-6 items-center" href={view.ledgerPath}>
          {t("zones.ledger.newestFirst")}
        </Anchor>
      </p>
      <Fold
        label={t("zones.ledger.index", {
          count: groups.reduce((sum, { entries }) => sum + entries.length, 0),
        })}
      >
        <IndexGroups
          entries={groups.flatMap(({ key, entries }) =>
            entries.map((entry) => toIndexEntry(text, text.groupLabel(key), entry)),
          )}
          zone={view.zone.slug}
          moment={view.moment}
        />
      </Fold>
    </Section>
  );
}

function toIndexEntry(text: Text, group: string, entry: LedgerEntry): IndexEntry {
  const { field, tenancyId, subject: firm, resolution } = entry;
  return {
    group,
    field,
    label: text.fieldLabel(field),
    tenancy: tenancyId ?? undefined,
    firm: firm ?? undefined,
    reports: isNothingFound(resolution) ? undefined : countFieldClaims(resolution),
    disputed: resolution.mark === "contested" || undefined,
  };
}
