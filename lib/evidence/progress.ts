import { fieldSpec } from "../catalogue/fields";
import { getStep, type VocabularyValue } from "../catalogue/vocabularies";
import { type Day, daysBetween, type PartialDate } from "../time/day";
import { getJudgedOn } from "./age";
import { type EvidenceIndex, subjectKey } from "./evidence-index";
import type { Tenancy } from "./ledger-records";
import {
  type Evidence,
  listActiveClaims,
  type Moment,
  type Resolution,
  resolve,
  type WeighedClaim,
} from "./resolve";
import { isShownAt } from "./retirement";
import { effectiveDateAt, listEffectiveDays } from "./source-date-corrections";
import { getClaimsSupport, isWeakClaim, type ValueSupport } from "./support";

type Step = VocabularyValue<"status">;

/** A report counts as recent for this many days. */
export const RECENT_DAYS = 730;

/** A named firm whose displayed stage is producing or exporting, by a claim that is not weak. */
export interface Producer {
  /** The id of the tenancy. */
  readonly id: string;
  /** Year, month or day of its newest claim of producing or exporting. */
  readonly lastReported: PartialDate;
  /** Is that at most 730 days before the day looked at, or before the last search if that is earlier? */
  readonly recent: boolean;
}

/** The displayed progress on site of a zone (docs/domain.md, section 1). */
export interface Progress {
  /** Null is unknown. */
  readonly step: Step | null;
  /** Does the step follow from the zone's producers, because the claims on progress say less? */
  readonly implied: boolean;
  /** From when on exactly this step has been displayed without a break; null: unknown. */
  readonly since: PartialDate | null;
  /** The newest claim of this step or a higher one, or of a producer where the producers reach the step; null: unknown. */
  readonly lastReported: PartialDate | null;
  readonly producers: readonly Producer[];
  /** Named firms that build or have come further, and have not closed or left. */
  readonly building: number;
  /** The support by the firms' claims where the step is implied; null elsewhere. */
  readonly support: ValueSupport | null;
}

/** What progress is worked out from. */
interface ProgressInput<C extends WeighedClaim> {
  readonly index: EvidenceIndex<C>;
  readonly slug: string;
  readonly fields: Readonly<Record<"status" | "zoneType" | "lastSearchedOn", Resolution<C>>>;
  /** Every firm ever reported in the zone. */
  readonly tenancies: readonly Tenancy[];
  /** The stages of the firms in the zone at the moment. */
  readonly stages: readonly { readonly id: string; readonly stage: Resolution<C> }[];
  readonly moment: Moment;
}

/** The displayed progress of a zone at a moment. */
export function getProgress<C extends WeighedClaim>(input: ProgressInput<C>): Progress {
  const { fields, stages, moment } = input;
  const production = stages.flatMap(({ id, stage }) => {
    const claims = isProducer(stage, moment.revision) ? listProductionClaims(stage) : [];
    const newest = getNewest(claims);
    return newest ? [{ id, claims, newest }] : [];
  });
  const searchedOn = fields.lastSearchedOn.value;
  const judgedOn = getJudgedOn(
    { lastSearchedOn: typeof searchedOn === "string" ? searchedOn : null },
    moment.asOf,
  );
  const implied = getImpliedStep(fields.zoneType, production.length);
  const ofFirms = production.flatMap(({ claims }) => claims);
  const step = getDisplayedStep(fields.status, implied, getNewest(ofFirms)?.effectiveOn ?? null);
  const isImplied = step !== null && step !== fields.status.value;
  const reports = step === null ? [] : listReports(fields.status, step);
  const reached = rank(implied) >= 0 && rank(implied) >= rank(step);
  return {
    step,
    implied: isImplied,
    since: step === null ? null : getSince(input, step),
    lastReported: getNewest(reached ? [...reports, ...ofFirms] : reports)?.date ?? null,
    producers: production.map(({ id, newest }) => ({
      id,
      lastReported: newest.date,
      recent: daysBetween(newest.effectiveOn, judgedOn) <= RECENT_DAYS,
    })),
    building: stages.filter(({ stage }) => reaches(stage.value, "building")).length,
    support: isImplied ? getClaimsSupport(ofFirms, moment.revision) : null,
  };
}

/** Is a firm a producer: its displayed stage says so, and a claim of producing or exporting is not weak? */
export function isProducer(stage: Resolution<WeighedClaim>, revision: number): boolean {
  return (
    reaches(stage.value, "producing") &&
    listProductionClaims(stage).some(
      (claim) => !isWeakClaim("tenancyStage", claim, stage, revision, null),
    )
  );
}

/** The active claims that say that a firm produces or exports. */
export function listProductionClaims<C extends WeighedClaim>(stage: Resolution<C>): Evidence<C>[] {
  return listActiveClaims(stage).filter(({ claim }) => reaches(claim.value, "producing"));
}

function reaches(value: unknown, step: VocabularyValue<"tenancyStage">): boolean {
  const own = typeof value === "string" ? getStep("tenancyStage", value) : null;
  return (own ?? -1) >= (getStep("tenancyStage", step) ?? 0);
}

/** The place of a step on the ladder; −1: unknown or outside it. */
function rank(step: string | null): number {
  return getStep("status", step) ?? -1;
}

/** The step that producers show: operational with 5 of them, or with 1 in a sole-enterprise zone; null: there is none. */
function getImpliedStep(zoneType: Resolution<WeighedClaim>, producers: number): Step | null {
  if (producers === 0) return null;
  const full = zoneType.value === "sole-enterprise" ? 1 : 5;
  return producers >= full ? "operational" : "partially-operational";
}

/** @param newest the newest day on which a producer was reported; null: there is none */
function getDisplayedStep(
  { value, evidence }: Resolution<WeighedClaim>,
  implied: Step | null,
  newest: Day | null,
): Step | null {
  const claimed = value as Step | null;
  if (claimed === null || evidence === null) return implied;
  if (rank(claimed) >= 0 && rank(claimed) >= rank(implied)) return claimed;
  const mayStand = rank(claimed) < 0 || evidence.claim.decline;
  if (mayStand && (newest === null || evidence.effectiveOn >= newest)) return claimed;
  return implied ?? claimed;
}

/** The active claims of a step or a higher one; of a value outside the ladder, those of it. */
function listReports<C extends WeighedClaim>(status: Resolution<C>, step: Step): Evidence<C>[] {
  return listActiveClaims(status).filter(({ claim }) =>
    rank(step) < 0 ? claim.value === step : rank(String(claim.value)) >= rank(step),
  );
}

function getNewest<C extends WeighedClaim>(claims: readonly Evidence<C>[]): Evidence<C> | null {
  return claims.reduce<Evidence<C> | null>(
    (newest, claim) => (newest && newest.effectiveOn >= claim.effectiveOn ? newest : claim),
    null,
  );
}

/**
 * The first day of the unbroken run of days up to the moment on which a step is displayed, without the claims that are not
 * used at the moment: as precise as the claims of that day.
 */
function getSince<C extends WeighedClaim>(
  { index, slug, tenancies, moment }: ProgressInput<C>,
  step: Step,
): PartialDate {
  const { asOf, revision } = moment;
  const inUse = (subject: string, field: "status" | "zoneType" | "tenancyStage") => {
    const evidence = index.get(subject)?.get(field) ?? [];
    const unused = new Set(
      resolve(fieldSpec(field), evidence, moment).rivals.flatMap(({ standing, evidence: rival }) =>
        standing === "set-aside" ? [rival.claim.id] : [],
      ),
    );
    return evidence.filter(({ claim }) => claim.revision <= revision && !unused.has(claim.id));
  };
  const status = inUse(slug, "status");
  const zoneType = inUse(slug, "zoneType");
  const firms = tenancies.map((tenancy) => ({
    tenancy,
    stage: inUse(subjectKey(slug, tenancy.id), "tenancyStage"),
  }));
  const reports = [...status, ...firms.flatMap(({ stage }) => stage)];
  const days = new Set([
    ...listEffectiveDays([...reports, ...zoneType]),
    ...tenancies.flatMap(({ standings = [] }) => standings.flatMap((one) => one.hiddenFrom ?? [])),
  ]);
  const displayedOn = (day: Day): Step | null => {
    const at = { asOf: day, revision };
    const production = firms.flatMap(({ tenancy, stage }) => {
      if (stage.length === 0 || !isShownAt(tenancy, at)) return [];
      const resolution = resolve(fieldSpec("tenancyStage"), stage, at);
      return isProducer(resolution, revision) ? [listProductionClaims(resolution)] : [];
    });
    const type = resolve(fieldSpec("zoneType"), zoneType, at);
    return getDisplayedStep(
      resolve(fieldSpec("status"), status, at),
      getImpliedStep(type, production.length),
      getNewest(production.flat())?.effectiveOn ?? null,
    );
  };
  let since = asOf;
  for (const day of [...days].filter((day) => day <= asOf).sort().reverse()) {
    if (displayedOn(day) !== step) break;
    since = day;
  }
  const dates = reports.flatMap((report) => {
    const { effectiveOn, date } = effectiveDateAt(report, revision);
    return effectiveOn === since ? [date] : [];
  });
  return dates.sort((a, b) => a.length - b.length)[0] ?? since;
}

