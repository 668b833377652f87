import { fieldSpec, isZoneField, type ZoneValues } from "@/lib/catalogue/fields";
import { readDateText } from "@/lib/entry/read-value";
import { isUnderstood } from "@/lib/entry/reading";
import { findAddressFault } from "@/lib/entry/source-address";
import { EARLIEST_YEAR, MAX_NOTE_LENGTH } from "@/lib/evidence/check-claim";
import { CURRENCY, MAX_AMOUNT } from "@/lib/evidence/check-number";
import { isShortQuotation, isVisibleLine, MAX_QUOTATION_LENGTH } from "@/lib/evidence/check-text";
import { listFailedChecks } from "@/lib/evidence/cross-checks";
import { type FindOwner, listDoubts } from "@/lib/evidence/doubts";
import { type GateRequirement, listGateRequirements } from "@/lib/evidence/gates";
import type { Issue } from "@/lib/evidence/issue";
import { isAfterSource, needsDay } from "@/lib/evidence/late-claims";
import type { Source } from "@/lib/evidence/ledger-records";
import type { DraftClaim } from "@/lib/evidence/preview";
import type { Resolution } from "@/lib/evidence/resolve";
import { listDraftFaults, type PartFault } from "@/lib/records/record-draft";
import { describeDateFault, describeRefusal } from "@/lib/text/entry-words";
import { describeDoubt, describeFailedCheck } from "@/lib/text/failed-check-words";
import type { Text } from "@/lib/text/text";
import { type Day, isPartialDate } from "@/lib/time/day";
import {
  type DraftItem,
  type DraftSource,
  getContent,
  newSourceId,
  type RecordDraft,
  readItem,
  toClaim,
} from "./draft";

/** What is wrong with one item or with the source, as sentences by part. */
export type Faults = Readonly<Record<string, string>>;

/** A draft, checked as a whole. */
export interface CheckedDraft {
  /** Claims of the items whose value can be read. */
  readonly claims: readonly DraftClaim[];
  /** The requirements of the step that an item claims, by the item's id. */
  readonly gates: ReadonlyMap<string, readonly GateRequirement[]>;
  /** By the item's id. */
  readonly itemFaults: ReadonlyMap<string, Faults>;
  /** What is wrong with the parts of events and figures, by their id. Their source is that of the draft. */
  readonly recordFaults: ReadonlyMap<string, Readonly<Record<string, PartFault>>>;
  readonly sourceFaults: Faults;
  /** Can it be sent? */
  readonly ready: boolean;
}

/** What a draft is checked against. */
interface DraftContext {
  /** The displayed values of a zone; null: there is no such zone. */
  readonly shownIn: (zone: string) => ZoneValues | null;
  /** What a field of a zone or of a firm in it displays. */
  readonly resolutionOf: (
    fact: Pick<DraftClaim, "zone" | "tenancy" | "field">,
  ) => Pick<Resolution, "value" | "evidence">;
  /** Who has a name, apart from a zone. */
  readonly findOwner: FindOwner;
  /** Every source, by its id. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The day in Pakistan; no date may be later. */
  readonly today: Day;
}

/** Checks a draft by the rules of the ledger before it is sent. */
export function checkDraft(text: Text, draft: RecordDraft, context: DraftContext): CheckedDraft {
  const { shownIn, resolutionOf, findOwner, sources, today } = context;
  const sourceId = draft.newSource ? newSourceId(draft.newSource, sources) : draft.sourceId;
  const claims: DraftClaim[] = [];
  const itemFaults = new Map<string, Faults>();
  for (const item of draft.items) {
    const claim = toClaim(item, draft, item.sourceId ?? sourceId ?? "");
    const faults: Record<string, string> = {};
    if (claim) claims.push(claim);
    else faults.value = describeUnread(text, item);
    const date =
      checkClaimDate(text, item.asOf, today) ?? checkSourceDate(text, claim, draft, context);
    if (date) faults.asOf = date;
    if (item.note.trim().length > MAX_NOTE_LENGTH) {
      faults.note = text.t("record.issue.long", { max: text.number(MAX_NOTE_LENGTH) });
    }
    if (claim) Object.assign(faults, checkQuotation(text, claim), checkMoney(text, claim));
    if (Object.keys(faults).length > 0) itemFaults.set(item.id, faults);
  }
  const gates = new Map<string, readonly GateRequirement[]>();
  for (const claim of claims) {
    const { id, zone } = claim;
    const shown = shownIn(zone);
    if (shown === null) continue;
    const gateConfirmed = draft.items.find((item) => item.id === id)?.gateConfirmed ?? false;
    const resolution = resolutionOf(claim);
    const source = draft.newSource
      ? getContent(draft.newSource)
      : (sources.get(claim.sourceId) ?? null);
    const others = withOthers(claim, claims, shown);
    const confirmed = { ...claim, gateConfirmed };
    gates.set(id, listRequirements(confirmed, source, resolution, others, findOwner, claims));
    const failed =
      claim.note === null
        ? listFailedChecks(claim, others, resolution.evidence?.effectiveOn ?? null)
        : [];
    const missing = Object.fromEntries([
      ...(gates.get(id) ?? []).flatMap((requirement) =>
        requirement.met
          ? []
          : // A source without a link needs the place in it.
            [
              [
                requirement.part === "sourceId" && source !== null ? "locator" : requirement.part,
                describeRequirement(text, requirement),
              ],
            ],
      ),
      ...failed.map((found) => ["note", describeFailedCheck(text, found)]),
    ]);
    if (Object.keys(missing).length > 0) itemFaults.set(id, { ...missing, ...itemFaults.get(id) });
  }
  const sourceFaults = checkSource(text, draft, today);
  const recordFaults = new Map(
    draft.records.flatMap(({ id, kind, typed }) => {
      const faults = listDraftFaults(kind, { ...typed, sourceId: id }, today);
      return Object.keys(faults).length === 0 ? [] : [[id, faults] as const];
    }),
  );
  return {
    claims,
    gates,
    itemFaults,
    recordFaults,
    sourceFaults,
    ready:
      draft.items.length > 0 &&
      itemFaults.size === 0 &&
      recordFaults.size === 0 &&
      Object.keys(sourceFaults).length === 0,
  };
}

/** Why the value of an item cannot be read. */
function describeUnread(text: Text, item: DraftItem): string {
  const { kind } = fieldSpec(item.field);
  const reading = readItem(item);
  if (item.text.trim() === "" && (kind === "choice" || kind === "flag" || kind === "level")) {
    return text.t("record.issue.choice");
  }
  return isUnderstood(reading) ? "" : describeRefusal(text, reading);
}

function checkQuotation({ t, number }: Text, { quotation }: DraftClaim): Faults {
  if (quotation === null) return {};
  if (quotation.text.length > MAX_QUOTATION_LENGTH || !isShortQuotation(quotation.text)) {
    return { quotation: t("record.issue.quotation", { max: number(MAX_QUOTATION_LENGTH) }) };
  }
  return isVisibleLine(quotation.text) ? {} : { quotation: t("record.issue.characters") };
}

function checkMoney({ t }: Text, { money }: DraftClaim): Faults {
  if (money === null) return {};
  const faults: Record<string, string> = {};
  if (!(money.amount >= 0 && money.amount <= MAX_AMOUNT)) faults.money = t("record.issue.amount");
  if (!CURRENCY.test(money.currency)) faults.currency = t("record.issue.currency");
  return faults;
}

/** Checks the typed date of a claim, which also has an earliest one. */
function checkClaimDate(text: Text, typed: string, today: Day): string | null {
  const fault = describeDateFault(text, typed, today);
  if (fault !== null || typed.trim() === "") return fault;
  return readDateText(typed) < EARLIEST_YEAR ? text.t("record.issue.earlyDate") : null;
}

/** Is a claim on a day after its source was published, or does it need a day? */
function checkSourceDate(
  { t, partialDate }: Text,
  claim: DraftClaim | null,
  { newSource, sourceId }: RecordDraft,
  { sources, resolutionOf }: DraftContext,
): string | null {
  if (!claim || (claim.asOf !== null && !isPartialDate(claim.asOf))) return null;
  const typed = readDateText(newSource?.publishedOn ?? "");
  const date = newSource ? typed : (sources.get(claim.sourceId)?.publishedOn ?? "");
  const publishedOn = isPartialDate(date) ? date : null;
  if (publishedOn !== null && isAfterSource(claim, publishedOn)) {
    return t("record.issue.afterSource", { date: partialDate(publishedOn) });
  }
  if (newSource === null && sourceId === null) return null;
  const day = needsDay(claim, publishedOn, resolutionOf(claim).evidence);
  return day === null ? null : t(`record.issue.noDay.${day}`);
}

/** What a requirement of a step asks of the analyst. */
export function describeRequirement(text: Text, requirement: GateRequirement): string {
  const { t, number } = text;
  if ("doubt" in requirement && requirement.doubt) {
    return `${describeDoubt(text, requirement.doubt)} ${t("record.doubt.waits")}`;
  }
  if (requirement.part !== "origin") return t(`record.gate.${requirement.part}`);
  const { needed, known } = requirement;
  return t("record.gate.origin", {
    needed,
    known: known === null ? "unknown" : number(known),
  });
}

/** Groups the issues that the server found by the item at fault. */
export function groupServerIssues(
  issues: readonly Issue[],
  claims: readonly DraftClaim[],
): ReadonlyMap<string, Faults> {
  const byItem = new Map<string, Faults>();
  for (const { index = -1, param, message } of issues) {
    const id = claims[index]?.id;
    if (id) byItem.set(id, { ...byItem.get(id), [param]: message });
  }
  return byItem;
}

/**
 * What a move on a ladder, an emptied value or a doubt requires; empty: nothing.
 * @param source null: it is not chosen yet
 * @param resolution what the claim's field displays
 * @param shown the displayed values of its zone, with those of the other claims of the write
 * @param claims those of the write
 */
export function listRequirements(
  claim: DraftClaim & { readonly gateConfirmed: boolean },
  source: Parameters<typeof listGateRequirements>[1],
  { value, evidence }: Pick<Resolution, "value" | "evidence">,
  shown: ZoneValues,
  findOwner: FindOwner,
  claims: readonly DraftClaim[],
): readonly GateRequirement[] {
  const present = claim.tenancy === null && isZoneField(claim.field) ? shown[claim.field] : value;
  const doubts = listDoubts(claim, shown, evidence?.effectiveOn ?? null, findOwner, claims);
  return [
    ...listGateRequirements(claim, source, present, shown),
    ...doubts.map((doubt) => ({
      part: "gateConfirmed" as const,
      met: claim.gateConfirmed,
      doubt,
    })),
  ];
}

/** The displayed values of the zone, with those of the draft's other claims. */
export function withOthers(
  claim: DraftClaim,
  claims: readonly DraftClaim[],
  shown: ZoneValues,
): ZoneValues {
  const others = claims.filter(
    (other) => other.id !== claim.id && other.zone === claim.zone && other.tenancy === null,
  );
  return { ...shown, ...Object.fromEntries(others.map(({ field, value }) => [field, value])) };
}

function checkSource(text: Text, { newSource, sourceId, asOf }: RecordDraft, today: Day): Faults {
  const { t } = text;
  const faults: Record<string, string> = {};
  const date = checkClaimDate(text, asOf, today);
  if (date) faults.asOf = date;
  if (!newSource) {
    if (sourceId === null) faults.sourceId = t("record.issue.sourceId");
    return faults;
  }
  if (newSource.title.trim() === "") faults.title = t("record.issue.title");
  if (newSource.publisher.trim() === "") faults.publisher = t("record.issue.publisher");
  return { ...faults, ...checkTyped(text, newSource, today) };
}

/** What is wrong with what was typed of a new source; nothing of what is missing. */
export function checkTyped(text: Text, { url, publishedOn }: DraftSource, today: Day): Faults {
  const address = url.trim() === "" ? null : findAddressFault(url);
  const published = describeDateFault(text, publishedOn, today);
  return {
    ...(address ? { url: text.t(`record.issue.${address}`) } : {}),
    ...(published ? { publishedOn: published } : {}),
  };
}
