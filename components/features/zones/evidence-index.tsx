import { DisputedMark } from "@/components/evidence/evidence-line";
import { Fold, Section } from "@/components/layout/section";
import { entryPath } from "@/lib/evidence/addresses";
import {
  countFieldClaims,
  isNothingFound,
  type LedgerEntry,
  listLedgerGroups,
} from "@/lib/evidence/ledger-entries";
import { getLedgerAnchor, type ZoneView } from "@/lib/evidence/zone-view";
import { toSearch } from "@/lib/query/search-string";
import { useText } from "@/lib/text/use-text";
import { EvidenceCounts } from "./evidence-counts";

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
        <a className="link inline-flex min-h-6 items-center" href={`${page}/evidence${search}`}>
          {t("zones.ledger.byFact")}
        </a>
        <a className="link inline-flex min-h-6 items-center" href={view.ledgerPath}>
          {t("zones.ledger.newestFirst")}
        </a>
      </p>
      <Fold
        label={t("zones.ledger.index", {
          count: groups.reduce((sum, { entries }) => sum + entries.length, 0),
        })}
      >
        {groups.map(({ key, entries }) => (
          <div key={key} className="border-line border-t py-2">
            <h3 className="mb-1 text-12 text-ink-2">{text.groupLabel(key)}</h3>
            <ul className="columns-[14rem] gap-x-8">
              {entries.map((entry) => (
                <Entry
                  key={getLedgerAnchor(entry.field, entry.tenancyId)}
                  entry={entry}
                  view={view}
                />
              ))}
            </ul>
          </div>
        ))}
      </Fold>
    </Section>
  );
}

interface EntryProps {
  entry: LedgerEntry;
  view: Pick<ZoneView, "zone" | "moment">;
}

/** A fact with the number of its reports, which leads to them. */
function Entry({ entry, view }: EntryProps) {
  const text = useText();
  const { t } = text;
  const { field, tenancyId, subject: firm, resolution } = entry;
  const anchor = getLedgerAnchor(field, tenancyId);
  const label = text.fieldLabel(field);
  return (
    <li id={anchor} className="min-h-6 scroll-mt-4 break-inside-avoid target:bg-accent-wash">
      <a className="link" href={entryPath(view.zone.slug, anchor, view.moment)}>
        {firm === null ? label : t("common.firmField", { firm, field: label })}
      </a>{" "}
      {isNothingFound(resolution) ? (
        <span className="meta">{t("evidence.noReport")}</span>
      ) : (
        <span className="meta">
          {t("common.count.reports", { count: countFieldClaims(resolution) })}
        </span>
      )}{" "}
      {resolution.mark === "contested" ? (
        <span className="text-12">
          <DisputedMark />
        </span>
      ) : null}
    </li>
  );
}
