import "server-only";
import { group, groups } from "d3-array";
import { fieldSpec, isZoneField } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { listFailedChecks } from "@/lib/evidence/cross-checks";
import { type FindOwner, listDoubts, prepareOwners } from "@/lib/evidence/doubts";
import { type EvidenceIndex, type Ledger, subjectKey } from "@/lib/evidence/evidence-index";
import { type GateRequirement, listGateRequirements } from "@/lib/evidence/gates";
import { needsDay } from "@/lib/evidence/late-claims";
import type { Facts, Source } from "@/lib/evidence/ledger-records";
import { getValues, resolveZone } from "@/lib/evidence/registry";
import { type Moment, type Resolution, resolve } from "@/lib/evidence/resolve";
import { isShownAt } from "@/lib/evidence/retirement";
import { describeDoubt, describeFailedCheck } from "@/lib/text/failed-check-words";
import type { Text } from "@/lib/text/text";
import { getLast, listPresentFirms } from "./standings";
import type { Conflict, ItemIssue, NewClaim, RejectedWrite } from "./types";

/** New claims against which the evidence says nothing that is not confirmed. */
interface CheckedEvidence {
  readonly ok: true;
  /** Does the registry know something against a claim that a person confirmed? Another person checks it. */
  readonly doubtful: boolean;
}

/**
 * Checks new claims against the evidence on their zones: are the values that they were made from still
 * displayed, is there enough evidence for the steps that they claim, and does a note confirm what contradicts other facts?
 * @param items the new claims
 * @param sent all claims of the write, whose positions are reported
 * @param facts all that is known
 * @param sources those that the claims cite; null: do not check the evidence for steps and contradictions
 */
export function checkEvidence(
  text: Text,
  { facts, evidence: index }: Ledger,
  items: readonly NewClaim[],
  sent: readonly NewClaim[],
  moment: Moment,
  sources: ReadonlyMap<string, Source> | null,
): RejectedWrite | CheckedEvidence {
  const positions = new Map(sent.map((claim, i) => [claim, i]));
  const conflicts = listConflicts(index, items, positions, moment);
  if (conflicts.length > 0) return { ok: false, code: "conflict", conflicts };
  if (sources === null) return { ok: true, doubtful: false };
  const findOwner = prepareFindOwner(facts, index, moment);
  const { issues, doubtful } = checkGates(
    text,
    index,
    items,
    positions,
    moment,
    sources,
    findOwner,
  );
  return issues.length > 0 ? { ok: false, code: "invalid", issues } : { ok: true, doubtful };
}

/** Finds who has a name; the names are read when the first is asked for. */
function prepareFindOwner(facts: Facts, index: EvidenceIndex, moment: Moment): FindOwner {
  let prepared: FindOwner | null = null;
  return (name, apart) => {
    if (prepared === null) {
      const zones = facts.zones
        .filter((zone) => isShownAt(zone, moment))
        .map(({ slug }) => ({ slug, values: getValues(resolveZone(index, slug, moment)) }));
      const firms = [...listPresentFirms(facts).values()]
        .filter(({ id }) => getLast(facts, "firm", id) === null)
        .flatMap((firm) => [firm.name, ...firm.otherNames]);
      prepared = prepareOwners(zones, firms);
    }
    return prepared(name, apart);
  };
}

/**
 * The missing days, the missing evidence for moves on ladders and emptied values, and contradictions with other facts that no
 * note confirms; and the doubts that no person confirms. Values of the other claims in the write count as known.
 */
function checkGates(
  text: Text,
  index: EvidenceIndex,
  items: readonly NewClaim[],
  positions: ReadonlyMap<NewClaim, number>,
  moment: Moment,
  sources: ReadonlyMap<string, Source>,
  findOwner: FindOwner,
): { readonly issues: readonly ItemIssue[]; readonly doubtful: boolean } {
  let doubtful = false;
  const issues = [...groups(items, ({ zone }) => zone)].flatMap(([zone, claims]) => {
    const fields = resolveZone(index, zone, moment);
    const values = getValues(fields);
    const claimed = group(
      claims.filter(({ tenancy }) => tenancy === null),
      ({ field }) => field,
    );
    const latest = new Map([...claimed].map(([field, all]) => [field, all.at(-1)?.value ?? null]));
    const known = { ...values, ...Object.fromEntries(latest) };
    return claims.flatMap((claim) => {
      const shown =
        claim.tenancy === null && isZoneField(claim.field)
          ? { ...known, [claim.field]: getOther(claim, claimed, values[claim.field]) }
          : known;
      const position = positions.get(claim) ?? -1;
      const source = sources.get(claim.sourceId) ?? null;
      const { evidence, value } = resolveField(index, claim, moment);
      const missing = listGateRequirements(
        { ...claim, gateConfirmed: claim.gateConfirmed ?? false },
        source,
        claim.tenancy === null && isZoneField(claim.field) ? shown[claim.field] : value,
        shown,
      ).filter(({ met }) => !met);
      const day = missing.some(({ part }) => part === "asOf")
        ? null
        : needsDay(claim, source?.publishedOn ?? null, evidence);
      const failed = claim.note?.trim()
        ? []
        : listFailedChecks(claim, shown, evidence?.effectiveOn ?? null);
      const doubts = listDoubts(claim, shown, evidence?.effectiveOn ?? null, findOwner, claims);
      if (doubts.length > 0) doubtful = true;
      return [
        ...(claim.gateConfirmed ? [] : doubts).map((doubt) => ({
          index: position,
          param: "gateConfirmed",
          message: `${describeDoubt(text, doubt)} ${text.t("record.doubt.waits")}`,
        })),
        ...(day === null
          ? []
          : [{ index: position, param: "asOf", message: text.t(`api.ledger.noDay.${day}`) }]),
        ...missing.map((requirement) => ({
          index: position,
          param: requirement.part,
          message: describeRequirement(text, String(claim.value), requirement),
        })),
        ...failed.map((found) => ({
          index: position,
          param: "note",
          message: describeFailedCheck(text, found),
        })),
      ];
    });
  });
  return { issues, doubtful };
}

/** The value of a claim's field without the claim: of the last other claim in the write, else the present one. */
function getOther(
  claim: NewClaim,
  claimed: ReadonlyMap<string, readonly NewClaim[]>,
  present: FieldValue,
): FieldValue {
  const others = claimed.get(claim.field) ?? [];
  const last = others.at(-1) === claim ? others.at(-2) : others.at(-1);
  return last ? last.value : present;
}

function describeRequirement({ t, number }: Text, value: string, requirement: GateRequirement) {
  if (requirement.part !== "origin") return t(`api.ledger.gate.${requirement.part}`, { value });
  const { needed, known } = requirement;
  return t("api.ledger.gate.origin", {
    value,
    needed,
    known: known === null ? "unknown" : number(known),
  });
}

/** What the field of a claim displays without it. */
function resolveField(
  index: EvidenceIndex,
  { zone, tenancy, field }: Pick<NewClaim, "zone" | "tenancy" | "field">,
  moment: Moment,
): Resolution {
  const evidence = index.get(subjectKey(zone, tenancy))?.get(field) ?? [];
  return resolve(fieldSpec(field), evidence, moment);
}

/** Claims whose `basedOn` is not the displayed claim, each with the displayed one. */
function listConflicts(
  index: EvidenceIndex,
  items: readonly NewClaim[],
  positions: ReadonlyMap<NewClaim, number>,
  moment: Moment,
): Conflict[] {
  return items.flatMap((yours): Conflict[] => {
    if (yours.basedOn === undefined) return [];
    const current = resolveField(index, yours, moment).evidence?.claim ?? null;
    return (current?.id ?? null) === yours.basedOn
      ? []
      : [{ index: positions.get(yours) ?? -1, current, yours }];
  });
}
