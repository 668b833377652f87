import { type FieldKey, fieldSpec } from "../catalogue/fields";
import { getStep, type VocabularyValue } from "../catalogue/vocabularies";
import { type Day, daysBetween, type PartialDate } from "../time/day";
import { getJudgedOn } from "./age";
import { type EvidenceIndex, subjectKey } from "./evidence-index";
import type { Claim, Tenancy } from "./ledger-records";
import {
  type Evidence,
  getMark,
  isContradicted,
  listActiveClaims,
  type Moment,
  type Resolution,
  resolve,
  type WeighedClaim,
} from "./resolve";
import { isShownAt } from "./retirement";
import { effectiveDateAt, listEffectiveDays } from "./source-versions";
import { isWeakClaim } from "./support";

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

/** The displayed progress on site of a zone, and the firms behind it (docs/domain.md, section 1). */
export interface Progress<C extends WeighedClaim = Claim> {
  /** The displayed step with its days. Where it is implied, its evidence is the newest claim of a producer. */
  readonly shown: Resolution<C>;
  readonly producers: readonly Producer[];
  /** Named firms that build or have come further, and have not closed or left. */
  readonly building: number;
}

/** What progress is worked out from. */
interface ProgressInput<C extends WeighedClaim> {
  readonly index: EvidenceIndex<C>;
  readonly slug: string;
  /** Every firm ever reported in the zone. */
  readonly tenancies: readonly Tenancy[];
  readonly moment: Moment;
}

/** The fields that progress is worked out from: of the zone, and of its firms. */
const FIELDS = { zone: ["status", "zoneType"], firm: ["tenancyStage"] } as const;

/** Every claim that the displayed progress of a zone depends on. */
export function listProgressEvidence<C extends WeighedClaim>({
  index,
  slug,
  tenancies,
}: Omit<ProgressInput<C>, "moment">): Evidence<C>[] {
  const zone = FIELDS.zone.flatMap((field) => index.get(slug)?.get(field) ?? []);
  const firms = tenancies.flatMap(({ id }) =>
    FIELDS.firm.flatMap((field) => index.get(subjectKey(slug, id))?.get(field) ?? []),
  );
  return [...zone, ...firms];
}

/** The displayed progress of a zone at a moment. */
export function resolveProgress<C extends WeighedClaim>(input: ProgressInput<C>): Progress<C> {
  const { index, slug, tenancies, moment } = input;
  const { revision } = moment;
  const resolveField = (subject: string, field: FieldKey): Resolution<C> =>
    resolve(fieldSpec(field), index.get(subject)?.get(field) ?? [], moment);
  const stages = tenancies.flatMap((tenancy) =>
    isShownAt(tenancy, moment)
      ? [{ id: tenancy.id, stage: resolveField(subjectKey(slug, tenancy.id), "tenancyStage") }]
      : [],
  );
  const production = stages.flatMap(({ id, stage }) => {
    const claims = isProducer(stage, revision) ? listProductionClaims(stage) : [];
    const newest = getNewest(claims);
    return newest ? [{ id, claims, newest }] : [];
  });
  const searchedOn = resolveField(slug, "lastSearchedOn").value;
  const judgedOn = getJudgedOn(
    { lastSearchedOn: typeof searchedOn === "string" ? searchedOn : null },
    moment.asOf,
  );
  const ofFirms = production.flatMap(({ claims }) => claims);
  const implied = getImpliedStep(resolveField(slug, "zoneType"), production.length);
  const claimed = resolveField(slug, "status");
  const newest = getNewest(ofFirms);
  const step = getDisplayedStep(claimed, implied, newest?.effectiveOn ?? null);
  const reports = step === null ? [] : listReports(claimed, step);
  const isReached = rank(implied) >= 0 && rank(implied) >= rank(step);
  const isImplied = step !== null && step !== claimed.value && newest !== null;
  return {
    shown: {
      ...(isImplied ? implyStep(claimed, step, newest) : claimed),
      progress: {
        implied: isImplied ? ofFirms : [],
        since: step === null ? null : getSince(input, step),
        lastReported: getNewest(isReached ? [...reports, ...ofFirms] : reports)?.date ?? null,
      },
    },
    producers: production.map(({ id, newest: last }) => ({
      id,
      lastReported: last.date,
      recent: daysBetween(last.effectiveOn, judgedOn) <= RECENT_DAYS,
    })),
    building: stages.filter(({ stage }) => reaches(stage.value, "building")).length,
  };
}

/** A step that the claims of producers show, with the claims on progress as its rivals. */
function implyStep<C extends WeighedClaim>(
  claimed: Resolution<C>,
  step: Step,
  newest: Evidence<C>,
): Resolution<C> {
  const spec = fieldSpec("status");
  const shown = { ...newest, claim: { ...newest.claim, value: step } };
  const inUse = listActiveClaims(claimed);
  const compare = (evidence: Evidence<C>) => isContradicted(spec, shown, evidence, inUse);
  const rivals = [
    ...(claimed.evidence
      ? [
          {
            evidence: claimed.evidence,
            standing: "live" as const,
            contradicts: compare(claimed.evidence),
            decision: null,
          },
        ]
      : []),
    ...claimed.rivals.map((rival) => ({ ...rival, contradicts: compare(rival.evidence) })),
  ];
  return { value: step, evidence: newest, mark: getMark(rivals), rivals };
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
  for (const day of [...days]
    .filter((day) => day <= asOf)
    .sort()
    .reverse()) {
    if (displayedOn(day) !== step) break;
    since = day;
  }
  const dates = reports.flatMap((report) => {
    const { effectiveOn, date } = effectiveDateAt(report, revision);
    return effectiveOn === since ? [date] : [];
  });
  return dates.sort((a, b) => a.length - b.length)[0] ?? since;
}
