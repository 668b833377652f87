import type { ReactNode } from "react";
import { FeatureText } from "@/components/layout/feature-text";
import { fieldSpec, getFieldLanguage } from "@/lib/catalogue/fields";
import { termAnchor } from "@/lib/catalogue/glossary-path";
import { GLOSSARY } from "@/lib/catalogue/terms";
import { entryPath, getLedgerAnchor } from "@/lib/evidence/addresses";
import { newestFirst } from "@/lib/evidence/claim-status";
import type { LedgerEntry } from "@/lib/evidence/ledger-entries";
import { DATA_SET_AUTHOR, type Decision, type Tenancy } from "@/lib/evidence/ledger-records";
import { type Evidence, getPreference, listShownClaims, type Rival } from "@/lib/evidence/resolve";
import type { ValueSupport } from "@/lib/evidence/support";
import { listValueHistory } from "@/lib/evidence/value-history";
import type { EvidenceView } from "@/lib/evidence/zone-view";
import {
  describeAge,
  describeClaimDate,
  describeFact,
  describeOrigin,
  describeProgressDates,
  explainValue,
} from "@/lib/text/evidence-summary";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { describeClaimDetails } from "./claim-details";
import {
  type ClaimWords,
  type EntryWords,
  LedgerEntryList,
  type PackedEntries,
  type PointWords,
} from "./ledger-entry-list";
import { pickReference, type ReferencedSource } from "./source-reference";
import { countDots } from "./support-mark";

interface LedgerEntriesProps {
  entries: readonly LedgerEntry[];
  view: EvidenceView;
  /** Name of the zone, where the page around them does not say it. */
  zoneName?: string;
  heading?: "h2" | "h4";
}

/** Fields in the ledger, each with all claims on it and why its value is displayed. */
export function LedgerEntries({ entries, view, zoneName, heading = "h4" }: LedgerEntriesProps) {
  return (
    <EntryText>
      <LedgerEntryList packed={packEntries(useText(), entries, view, zoneName)} heading={heading} />
    </EntryText>
  );
}

/** Gives the entries within it the messages that they need in the browser. */
export function EntryText({ children }: { children: ReactNode }) {
  return (
    <FeatureText namespaces={["ledger.claim", "ledger.source", "ledger.history"]}>
      {children}
    </FeatureText>
  );
}

/**
 * The words of entries for `LedgerEntryList`.
 * @param zoneName absent: the page around them says it
 */
export function packEntries(
  text: Text,
  entries: readonly LedgerEntry[],
  view: EvidenceView,
  zoneName?: string,
): PackedEntries {
  const cards = entries.map((entry) => listCards(entry, view));
  const points = entries.map((entry) => listPoints(text, entry, view));
  return {
    entries: entries.map((entry, i) => ({
      ...describeEntry(text, entry, view, zoneName),
      claims: cards[i]?.length ?? 0,
      points: points[i]?.length ?? 0,
    })),
    claims: entries.flatMap((entry, i) =>
      (cards[i] ?? []).map((card) => describeClaim(text, card, entry, view)),
    ),
    points: points.flat(),
    sources: listSources(cards.flat(), view),
    moment: view.moment,
  };
}

function describeEntry(
  text: Text,
  entry: LedgerEntry,
  view: EvidenceView,
  zoneName: string | undefined,
): Omit<EntryWords, "claims" | "points"> {
  const { field, tenancyId, resolution } = entry;
  return {
    anchor: getLedgerAnchor(field, tenancyId),
    label: describeFact(text, entry, zoneName),
    mark: resolution.mark ?? undefined,
    isUnknown: resolution.value === null || undefined,
    ...describeSupport(text, resolution.support ?? null),
    reason: text.sentences([
      explainValue(text, fieldSpec(field), resolution, view.revision),
      describeProgressDates(text, resolution),
      describeAge(text, resolution, view.asOf),
    ]),
  };
}

/** How well the displayed value is supported; nothing where it is unknown. */
function describeSupport(
  { t, translatedTerm }: Text,
  support: ValueSupport | null,
): Pick<EntryWords, "dots" | "support" | "supportTerm" | "supportDefinition"> {
  if (support === null) return {};
  const term = support.weak ? "weakEvidence" : "support";
  return {
    dots: countDots(support),
    support: t("ledger.entry.support", {
      level: support.support,
      voices: support.voices,
      weak: support.weak ? "yes" : "no",
    }),
    supportTerm: termAnchor(term),
    supportDefinition: translatedTerm(term).definition ?? GLOSSARY[term].definition,
  };
}

/** A claim with the decision behind its standing; null where there is none. */
interface ClaimCard {
  readonly evidence: Evidence;
  readonly standing: "shown" | Rival["standing"];
  readonly contradicts: boolean;
  readonly decision: Decision | null;
}

/** The displayed claim, or those of firms that imply the value, newest first; those that contradict it, then the others. */
function listCards({ resolution }: LedgerEntry, view: EvidenceView) {
  const { rivals } = resolution;
  const shown = [...listShownClaims(resolution)].sort(newestFirst).map(
    (evidence): ClaimCard => ({
      evidence,
      standing: "shown",
      contradicts: false,
      decision: getPreference(evidence, view.revision),
    }),
  );
  return [
    ...shown,
    ...rivals.filter(({ contradicts }) => contradicts),
    ...rivals.filter(({ contradicts }) => !contradicts),
  ];
}

/** The sources of claims, each once. */
function listSources(cards: readonly ClaimCard[], { sources }: EvidenceView): ReferencedSource[] {
  const ids = new Set(cards.map(({ evidence }) => evidence.claim.sourceId));
  return [...ids].flatMap((id) => {
    const source = sources.get(id);
    return source === undefined ? [] : [pickReference(source)];
  });
}

/** The firm of a claim that implies the value of a field of its zone; null: the claim is on the field itself. */
function findFirm({ claim }: Evidence, { tenancyId, firms = [] }: LedgerEntry): Tenancy | null {
  if (claim.tenancy === tenancyId) return null;
  return firms.find(({ id }) => id === claim.tenancy) ?? null;
}

function describeClaim(
  text: Text,
  card: ClaimCard,
  entry: LedgerEntry,
  view: EvidenceView,
): ClaimWords {
  const { evidence, standing, contradicts, decision } = card;
  const { claim } = evidence;
  const firm = findFirm(evidence, entry);
  const source = view.sources.get(claim.sourceId);
  const { t } = text;
  const author = view.revisions.get(decision?.revision ?? 0)?.author ?? "";
  return {
    value: claim.value === null ? undefined : text.value(claim.field, claim.value),
    lang: getFieldLanguage(claim.field),
    firm: firm?.firm,
    firmHref:
      firm === null
        ? undefined
        : entryPath(claim.zone, getLedgerAnchor(claim.field, firm.id), view.moment),
    standing,
    disputes: (standing === "live" && contradicts) || undefined,
    meaning: text.levelMeaning(claim.field, claim.value) ?? undefined,
    dated: [
      describeClaimDate(text, evidence, source),
      describeOrigin(text, claim),
      t(`ledger.claim.confidence.${claim.confidence}`),
    ].join(" · "),
    note: claim.note ?? undefined,
    quotation: claim.quotation ?? undefined,
    details: describeClaimDetails(text, claim),
    sourceId: claim.sourceId,
    locator: claim.locator ?? undefined,
    decision:
      decision === null
        ? undefined
        : { author: author === DATA_SET_AUTHOR ? "" : author, reason: decision.reason ?? "" },
    review: view.mayJudge(claim.revision) ? claim.id : undefined,
  };
}

function listPoints(text: Text, entry: LedgerEntry, view: EvidenceView): PointWords[] {
  const points = listValueHistory(entry.resolution, view.asOf);
  // One report alone is no history.
  if (points.length < 2) return [];
  return points.map(({ evidence, standing, at }) => {
    const { claim, date } = evidence;
    const value = claim.value === null ? undefined : text.value(claim.field, claim.value);
    const firm = findFirm(evidence, entry)?.firm;
    return {
      value:
        firm === undefined || value === undefined
          ? value
          : text.t("common.firmField", { firm, field: value }),
      date,
      standing,
      at: Math.round(at * 10_000) / 10_000,
    };
  });
}
