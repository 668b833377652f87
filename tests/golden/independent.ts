/**
 * The method of the tracker a second time: slow, short, and without the code of the product.
 * It reads the files of the data set and follows the text of the method step by step, so that a mistake in the
 * product and a mistake here are unlikely to be the same. Nothing of lib/ may be imported.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Place = { lon: number; lat: number };
type Value = string | number | boolean | readonly string[] | Place | null;
type Rank = "published" | "preferred" | "deprecated" | "retracted";
type Mark = "contested" | "settled";
type Support = "single" | "corroborated" | "independent";
type Interval = [low: number, high: number, known: 0 | 1];

interface Claim {
  id: string;
  zone: string;
  tenancy?: string;
  field: string;
  value: Value;
  asOf: string | null;
  sourceId: string;
  origin: string;
  confidence: "low" | "medium" | "high";
  decline?: boolean;
  amount?: number;
  currency?: string;
  decision?: { rank: Rank; reason: string };
}

/** A claim as it is on the day looked at. */
interface Weighed extends Claim {
  revision: number;
  day: string;
  rank: Rank;
  rankRevision: number;
  voice: string;
}

interface Shown {
  claim: Weighed;
  mark?: Mark;
  /** The live claims, the shown one and those that a preferred one sets aside among them. */
  live: Weighed[];
  /** The live claims that no preferred one sets aside, the shown one among them. */
  inUse: Weighed[];
}

/** What the method gives for a zone on a day. */
export interface IndependentZone {
  /** Progress on site is the displayed one. */
  values: Record<string, Value>;
  marks: Record<string, Mark>;
  support: Record<string, Support>;
  /** Every field whose value is weak. */
  weak: string[];
  /** Does progress follow from the producers? */
  implied: boolean;
  /** The two days of displayed progress; null where it is unknown. */
  since: string | null;
  lastReported: string | null;
  standing: string;
  /** The ids of the named firms that produce, and of those reported within 730 days. */
  producers: string[];
  recentProducers: string[];
  /** On the scale from 0 to 1, with 1 where the indicator is known; one that does not apply is absent. */
  intervals: Record<string, Interval>;
  /** Null where nothing applies. */
  confirmed: number | null;
  possible: number | null;
  completeness: number | null;
}

/** What the method gives for all zones and firms on a day. */
export interface IndependentRegistry {
  zones: Record<string, IndependentZone>;
  firms: Record<
    string,
    { values: Record<string, Value>; marks: Record<string, Mark>; weak: string[] }
  >;
  /** The zones by standing, the first one first. */
  order: string[];
}

const SCALE: Record<string, number> = {
  absent: 0,
  planned: 0.1,
  "under-construction": 0.4,
  partial: 0.6,
  available: 1,
};
const BLOCKS: [number, string[]][] = [
  [15, ["developmentAgreement", "landTitle", "plotDemarcation", "zoneCommittee"]],
  [25, ["electricity", "gas", "water", "sewerage", "telecom"]],
  [10, ["internalRoads", "highwayLink", "railOrPortLink"]],
  [15, ["oneStopService", "customsOffice", "managementEntity", "onSiteServices"]],
  [25, ["plotsAllottedPct", "plotsBuiltPct", "enterprisesAdmitted", "enterprisesProducing"]],
  [10, ["securityArrangements", "worksFinanced"]],
];
const INDICATORS = BLOCKS.flatMap(([, fields]) => fields);
const PERCENTAGES = ["plotsAllottedPct", "plotsBuiltPct"];
const FULL_COUNT: Record<string, number> = { enterprisesAdmitted: 10, enterprisesProducing: 5 };

const LEGAL = ["identified", "applied", "approved", "notified", "developer-bound"];
const STATUS = [
  "not-started",
  "under-development",
  "serviced",
  "partially-operational",
  "operational",
];
const STAGE = ["mou", "applied", "admitted", "plot-allotted", "building", "producing", "exporting"];
const LEASE = ["policy-approved", "under-negotiation", "signed"];
const ORDERED: Record<string, string[]> = {
  legalStatus: LEGAL,
  status: STATUS,
  tenancyStage: STAGE,
  landLease: LEASE,
};
for (const field of INDICATORS) {
  if (!PERCENTAGES.includes(field) && !FULL_COUNT[field]) ORDERED[field] = Object.keys(SCALE);
}
const GROWS = [
  ...PERCENTAGES,
  ...Object.keys(FULL_COUNT),
  "jobs",
  "tenancyJobs",
  "investmentCommittedUsdM",
  "investmentRealisedUsdM",
  "investmentUsdM",
  "powerSanctionedMw",
  "powerEnergisedMw",
  "gasSuppliedMmcfd",
];
const FIXED = ["areaAcres", "approvedOn", "developerType", "zoneType", "preExistingEstate"];
const DATES = ["approvedOn", "lastSearchedOn"];
const CONFIDENCE = ["low", "medium", "high"];

const fold = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
const dayNumber = (day: string) => Date.parse(day) / 86_400_000;

function kilometres(a: Place, b: Place): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

function differs(a: Claim, b: Claim): boolean {
  let [x, y] = [a.value, b.value];
  if (x === null || y === null) return false;
  if (a.amount !== undefined && b.amount !== undefined && a.currency === b.currency) {
    [x, y] = [a.amount, b.amount];
  }
  if (typeof x === "number" && typeof y === "number") {
    return Math.abs(x - y) > 0.05 * Math.max(Math.abs(x), Math.abs(y));
  }
  if (Array.isArray(x) && Array.isArray(y)) {
    const set = (list: string[]) => JSON.stringify([...new Set(list.map(fold))].sort());
    return set(x) !== set(y);
  }
  if (typeof x === "string" && typeof y === "string") {
    const date = DATES.includes(a.field) || a.field.startsWith("target");
    if (date) return !(x === y || x.startsWith(`${y}-`) || y.startsWith(`${x}-`));
    return fold(x) !== fold(y);
  }
  if (typeof x === "object" && typeof y === "object") {
    return kilometres(x as Place, y as Place) > 5;
  }
  return x !== y;
}

/** Less than 0 where a is a lower step or number than b; null where the two have no order. */
function compareSteps(a: Claim, b: Claim): number | null {
  const steps = ORDERED[a.field];
  if (steps) {
    const [i, j] = [steps.indexOf(String(a.value)), steps.indexOf(String(b.value))];
    return i < 0 || j < 0 ? null : i - j;
  }
  if (a.field === "lastSearchedOn") {
    return dayNumber(firstDay(String(a.value))) - dayNumber(firstDay(String(b.value)));
  }
  if (!GROWS.includes(a.field)) return null;
  if (a.amount !== undefined && b.amount !== undefined && a.currency === b.currency) {
    return a.amount - b.amount;
  }
  return typeof a.value === "number" && typeof b.value === "number" ? a.value - b.value : null;
}

/** Does a claim say that the value fell from the older one, or that it ended? */
function fellFrom(older: Weighed, claim: Weighed): boolean {
  if (claim.decline !== true || older.day >= claim.day) return false;
  const isStep = (c: Claim) => (ORDERED[c.field] ?? []).includes(String(c.value));
  return (compareSteps(older, claim) ?? 0) > 0 || (isStep(older) && !isStep(claim));
}

function contradicts(rival: Weighed, shown: Weighed, inUse: Weighed[]): boolean {
  if (shown.field.startsWith("target") || !differs(rival, shown)) return false;
  if (rival.day >= shown.day) return true;
  const order = compareSteps(rival, shown);
  if (order !== null && order < 0) return false;
  // A fall that was reported since makes the older value history, also where a later claim repeats the lower value.
  if (inUse.some((claim) => fellFrom(rival, claim))) return false;
  // Exporting includes producing.
  if (shown.value === "producing" && rival.value === "exporting") return false;
  if ((order !== null && order > 0) || FIXED.includes(shown.field)) return true;
  return dayNumber(shown.day) - dayNumber(rival.day) <= 365;
}

/** The value that shows of the claims on one field of one subject, or null without a live claim. */
function resolve(claims: Weighed[]): Shown | null {
  const live = claims.filter(({ rank }) => rank === "published" || rank === "preferred");
  const preferring = live.filter(({ rank }) => rank === "preferred");
  const isSetAside = (claim: Weighed) =>
    claim.rank === "published" &&
    preferring.some(({ rankRevision }) => claim.revision <= rankRevision);
  const inUse = live.filter((claim) => !isSetAside(claim));
  const key = (c: Weighed) =>
    [c.day, CONFIDENCE.indexOf(c.confidence), String(c.revision).padStart(6, "0"), c.id].join("|");
  const claim = [...inUse].sort((a, b) => (key(a) < key(b) ? 1 : -1))[0];
  if (!claim) return null;

  return { claim, mark: markOf(claim, claims, inUse), live, inUse };
}

/** The mark of a value by the claims that contradict it, of all that are in effect. */
function markOf(shown: Weighed, claims: Weighed[], inUse: Weighed[]): Mark | undefined {
  const rivals = claims.filter(
    (rival) => rival !== shown && rival.rank !== "retracted" && contradicts(rival, shown, inUse),
  );
  if (rivals.some((rival) => inUse.includes(rival))) return "contested";
  return rivals.length > 0 ? "settled" : undefined;
}

/** The live claims that agree with one of them, which is among them. */
function agreeing(claim: Weighed, live: Weighed[]): Weighed[] {
  return live.filter((c) => c === claim || (c.value !== null && !differs(c, claim)));
}

/** The support of claims that agree. */
function supportOf(claims: Weighed[]): Support {
  if (claims.some(({ origin }) => origin === "independent")) return "independent";
  return new Set(claims.map(({ voice }) => voice)).size > 1 ? "corroborated" : "single";
}

/**
 * Is a live claim weak?
 * @param named the named firms that its number is compared with, for the two counts of firms
 */
function isWeak(claim: Weighed, live: Weighed[], named: Record<string, number> = {}): boolean {
  if (claim.value === null) return false;
  const voices = agreeing(claim, live);
  if (
    claim.confidence === "low" &&
    voices.every((c) => c.origin === claim.origin && c.confidence === "low")
  ) {
    return true;
  }
  const firms = named[claim.field];
  return (
    firms !== undefined &&
    typeof claim.value === "number" &&
    claim.value > firms &&
    ["developer", "tenant"].includes(claim.origin) &&
    supportOf(voices) === "single"
  );
}

/** The value of an indicator on the scale from 0 to 1, or null where it is not on it. */
function scoreOf(field: string, value: Value, soleEnterprise: boolean): number | null {
  const full = FULL_COUNT[field];
  if (typeof value === "number") {
    return full ? Math.min(1, value / (soleEnterprise ? 1 : full)) : value / 100;
  }
  return SCALE[String(value)] ?? null;
}

const roundHalfUp = (x: number, digits: number) =>
  Math.floor(x * 10 ** digits + 0.5 + 1e-9) / 10 ** digits;

/** The claims on each field of a zone and of each of its firms. */
interface ZoneClaims {
  zone: Map<string, Weighed[]>;
  firms: Map<string, Map<string, Weighed[]>>;
}

/** What is shown on each field by the claims that are in effect on a day. */
function showFields(fields: Map<string, Weighed[]>, day: string): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const [field, claims] of fields) {
    const result = resolve(claims.filter((claim) => claim.day <= day));
    if (result) shown.set(field, result);
  }
  return shown;
}

const place = (step: Value) => STATUS.indexOf(String(step));
const isProduction = ({ value }: Weighed) => value === "producing" || value === "exporting";
const newestOf = (claims: Weighed[]) =>
  claims.reduce<string | null>((day, c) => (day === null || c.day > day ? c.day : day), null);

/** The step that a zone displays on a day, before its two days are known. */
function readStep({ zone, firms }: ZoneClaims, day: string) {
  const producers = new Map<string, Weighed[]>();
  for (const [id, fields] of firms) {
    const stage = resolve((fields.get("tenancyStage") ?? []).filter((c) => c.day <= day));
    if (!stage || !isProduction(stage.claim)) continue;
    const claims = stage.inUse.filter(isProduction);
    if (claims.some((claim) => !isWeak(claim, stage.live))) producers.set(id, claims);
  }
  const claimsOfFirms = [...producers.values()].flat();
  const shown = showFields(zone, day);
  const sole = shown.get("zoneType")?.claim.value === "sole-enterprise";
  const implied =
    producers.size >= (sole ? 1 : 5)
      ? "operational"
      : producers.size > 0
        ? "partially-operational"
        : null;
  const status = shown.get("status");
  const claimed = status?.claim.value ?? null;
  const newest = newestOf(claimsOfFirms);
  let step = implied;
  if (status && claimed !== null) {
    const isStep = place(claimed) >= 0;
    const holds = isStep && place(claimed) >= place(implied);
    const stands =
      (!isStep || status.claim.decline === true) && (newest === null || status.claim.day >= newest);
    if (holds || stands || implied === null) step = String(claimed);
  }
  return { shown, producers, claimsOfFirms, implied, claimed, step };
}

/** The first of the days without a break, up to one, on which a step is displayed. */
function readSince(claims: ZoneClaims, day: string, step: string): string {
  // A claim that is set aside on the day looked at never counted.
  const withoutUnused = (fields: Map<string, Weighed[]>) =>
    new Map(
      [...fields].map(([field, list]) => {
        const shown = resolve(list.filter((claim) => claim.day <= day));
        const unused = shown?.live.filter((claim) => !shown.inUse.includes(claim)) ?? [];
        return [field, list.filter((claim) => !unused.includes(claim))];
      }),
    );
  const used: ZoneClaims = {
    zone: withoutUnused(claims.zone),
    firms: new Map([...claims.firms].map(([id, fields]) => [id, withoutUnused(fields)])),
  };
  const all = [used.zone, ...used.firms.values()].flatMap((fields) => [...fields.values()].flat());
  const days = [...new Set(all.map((claim) => claim.day))].filter((d) => d <= day).sort();
  let since = day;
  for (const earlier of days.reverse()) {
    if (readStep(used, earlier).step !== step) break;
    since = earlier;
  }
  return since;
}

function standingOf(step: string | null, isRecent: boolean): string {
  if (step === null) return "unknown";
  if (place(step) >= place("partially-operational")) {
    return isRecent ? "running" : "reported-running";
  }
  if (place(step) < 0) return "stopped";
  return step === "not-started" ? "not-started" : "being-built";
}

/** The keys by which zones are ordered, the first one first; the greater comes first, save for the name. */
function orderKeys(zone: IndependentZone, building: number): (number | string)[] {
  const standings = ["running", "reported-running", "being-built", "stopped", "not-started"];
  const count = zone.values.enterprisesProducing;
  const counted =
    typeof count === "number" && !zone.weak.includes("enterprisesProducing") ? count : 0;
  return [
    standings.includes(zone.standing) ? -standings.indexOf(zone.standing) : -standings.length,
    zone.weak.includes("status") ? 0 : 1,
    place(zone.values.status ?? null),
    zone.recentProducers.length,
    Math.max(zone.producers.length, counted),
    building,
    zone.lastReported === null ? 0 : dayNumber(zone.lastReported),
    fold(String(zone.values.name ?? "")),
  ];
}

function readZone(claims: ZoneClaims, day: string): { zone: IndependentZone; building: number } {
  const { shown, producers, claimsOfFirms, implied, claimed, step } = readStep(claims, day);
  const stages = [...claims.firms.values()].map((fields) =>
    String(showFields(fields, day).get("tenancyStage")?.claim.value),
  );
  const firmsFrom = (stage: string) =>
    stages.filter((s) => STAGE.indexOf(s) >= STAGE.indexOf(stage)).length;
  const named: Record<string, number> = {
    enterprisesProducing: producers.size,
    enterprisesAdmitted: firmsFrom("admitted"),
  };
  const isImplied = step !== null && step !== claimed;

  const values: Record<string, Value> = {};
  const marks: Record<string, Mark> = {};
  const support: Record<string, Support> = {};
  const weak = new Set<string>();
  for (const [field, { claim, mark, live }] of shown) {
    values[field] = claim.value;
    if (mark) marks[field] = mark;
    if (claim.value === null) continue;
    support[field] = supportOf(agreeing(claim, live));
    if (isWeak(claim, live, named)) weak.add(field);
  }
  const newest = [...claimsOfFirms].sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  if (isImplied && newest) {
    values.status = step;
    support.status = supportOf(claimsOfFirms);
    weak.delete("status");
    delete marks.status;
    // It counts as a claim of the day of the producers' newest claim.
    const asClaim: Weighed = { ...newest, field: "status", value: step };
    const claimsOnStatus = (claims.zone.get("status") ?? []).filter((claim) => claim.day <= day);
    const mark = markOf(asClaim, claimsOnStatus, shown.get("status")?.inUse ?? []);
    if (mark) marks.status = mark;
  }

  const searched = values.lastSearchedOn;
  // A search that is known to the month or year reached its last day.
  const searchedTo = typeof searched === "string" ? `${searched}-12-31`.slice(0, 10) : day;
  const countedFrom = dayNumber(searchedTo < day ? searchedTo : day);
  const recent = [...producers].filter(
    ([, list]) => countedFrom - dayNumber(newestOf(list) ?? day) <= 730,
  );
  const reports = (shown.get("status")?.inUse ?? []).filter(({ value }) =>
    place(step) < 0 ? value === step : place(value) >= place(step),
  );
  const firmsReach = implied !== null && place(implied) >= place(step) && place(step) >= 0;
  const zone: IndependentZone = {
    values,
    marks,
    support,
    weak: [...weak].sort(),
    implied: isImplied,
    since: step === null ? null : readSince(claims, day, step),
    lastReported:
      step === null ? null : newestOf(firmsReach ? [...reports, ...claimsOfFirms] : reports),
    standing: standingOf(step, recent.length > 0),
    producers: [...producers.keys()].sort(),
    recentProducers: recent.map(([id]) => id).sort(),
    ...readScore(shown, { step, named, weak }),
  };
  return { zone, building: firmsFrom("building") };
}

interface ScoreInput {
  step: string | null;
  named: Record<string, number>;
  weak: Set<string>;
}

/** The claims that contradict one, of those in use. */
function against(claim: Weighed, inUse: Weighed[]): Weighed[] {
  return inUse.filter((rival) => rival !== claim && contradicts(rival, claim, inUse));
}

/** The claims that give the low end of an indicator; null where the value shown is not known. */
function listLow({ claim, live, inUse }: Shown, { named, weak }: ScoreInput): Weighed[] | null {
  const notOlder = (base: Weighed) => inUse.filter((c) => c === base || c.day >= base.day);
  if (!weak.has(claim.field)) return notOlder(claim);
  const sayNoMore = inUse.filter(
    (other) =>
      other !== claim &&
      other.value !== null &&
      other.day <= claim.day &&
      (!differs(other, claim) || (compareSteps(other, claim) ?? 0) < 0) &&
      !isWeak(other, live, named),
  );
  const base = resolve(sayNoMore)?.claim;
  return base ? notOlder(base) : null;
}

/** The intervals of the indicators, and the scores and the completeness that they add up to. */
function readScore(shown: Map<string, Shown>, input: ScoreInput) {
  const { step, named } = input;
  const shownValue = (field: string) => shown.get(field)?.claim.value ?? null;
  const sole = shownValue("zoneType") === "sole-enterprise";
  const scoresOf = (field: string, claims: Weighed[]) =>
    claims.map((c) => scoreOf(field, c.value, sole)).filter((x) => x !== null);

  // The bounds that other facts imply, each with the least or the greatest score.
  const atLeast: Record<string, number> = {};
  const atMost: Record<string, number> = {};
  const raise = (field: string, score: number) => {
    atLeast[field] = Math.max(atLeast[field] ?? 0, score);
  };
  const produces = place(step) >= place("partially-operational");
  const namedProducers = named.enterprisesProducing ?? 0;
  if (shown.get("status")?.inUse.some(({ value }) => value === "serviced")) {
    for (const field of ["electricity", "water", "internalRoads"]) raise(field, 0.6);
  }
  if (produces || namedProducers > 0) {
    for (const field of ["plotDemarcation", "internalRoads"]) raise(field, 0.6);
  }
  if (shownValue("legalStatus") === "developer-bound") raise("developmentAgreement", 1);
  if (step === "not-started") {
    atMost.enterprisesProducing = 0;
    atMost.plotsBuiltPct = 0;
  }
  const counted = shown.get("enterprisesProducing");
  const counts = ((counted && listLow(counted, input)) ?? [])
    .map((c) => c.value)
    .filter((v) => typeof v === "number");
  const producing = Math.max(
    namedProducers,
    produces ? 1 : 0,
    counts.length > 0 ? Math.min(...counts) : 0,
  );
  for (const field of Object.keys(FULL_COUNT)) raise(field, scoreOf(field, producing, sole) ?? 0);
  raise(
    "enterprisesAdmitted",
    scoreOf("enterprisesAdmitted", named.enterprisesAdmitted ?? 0, sole) ?? 0,
  );

  const intervals: Record<string, Interval> = {};
  let [total, low, high, known] = [0, 0, 0, 0];
  for (const [blockWeight, fields] of BLOCKS) {
    for (const field of fields) {
      const s = shown.get(field);
      if (s?.claim.value === "not-applicable") continue;
      let [lo, hi] = [0, 1];
      const lowest = s && s.claim.value !== null ? listLow(s, input) : null;
      if (s && s.claim.value !== null) {
        const { claim, inUse } = s;
        hi = Math.max(...scoresOf(field, [...agreeing(claim, inUse), ...against(claim, inUse)]));
        if (lowest) lo = Math.min(...scoresOf(field, lowest));
      }
      lo = Math.max(lo, atLeast[field] ?? 0);
      if (!lowest) hi = Math.min(hi, atMost[field] ?? 1);
      hi = Math.max(lo, hi);
      intervals[field] = [lo, hi, lowest ? 1 : 0];
      const weight = blockWeight / fields.length;
      total += weight;
      low += weight * lo;
      high += weight * hi;
      if (lowest) known += weight;
    }
  }
  return {
    intervals,
    confirmed: total > 0 ? roundHalfUp((100 * low) / total, 1) : null,
    possible: total > 0 ? roundHalfUp((100 * high) / total, 1) : null,
    completeness: total > 0 ? roundHalfUp(known / total, 2) : null,
  };
}

/** The editions of the data set, oldest first: edition n is revision n. */
export function listEditions(folder = "seed/data"): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "dataset.json")))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Every zone and firm by the method.
 * @param day the day looked at, as 2026-11-24
 * @param editions how many editions are known, from 1
 */
export function readRegistry(
  day: string,
  editions: number,
  folder = "seed/data",
): IndependentRegistry {
  const read = <T>(edition: string, file: string): T =>
    JSON.parse(readFileSync(join(edition, file), "utf8"));
  const sources = new Map<string, { publisher: string; publishedOn: string | null }>();
  const recordedOn: string[] = [];
  const claims: (Claim & { revision: number })[] = [];
  const ranks = new Map<string, { rank: Rank; revision: number }>();
  for (const [i, edition] of listEditions(folder).slice(0, editions).entries()) {
    const revision = i + 1;
    recordedOn[revision] = read<{ compiledOn: string }>(edition, "dataset.json").compiledOn;
    for (const source of read<{ id: string; publisher: string; publishedOn: string | null }[]>(
      edition,
      "sources.json",
    )) {
      sources.set(source.id, source);
    }
    for (const claim of read<Claim[]>(edition, "claims.json")) {
      claims.push({ ...claim, revision });
      ranks.set(claim.id, { rank: claim.decision?.rank ?? "published", revision });
    }
    if (!existsSync(join(edition, "decisions.json"))) continue;
    for (const { claimId, rank } of read<{ claimId: string; rank: Rank }[]>(
      edition,
      "decisions.json",
    )) {
      ranks.set(claimId, { rank, revision });
    }
  }

  const zones = new Map<string, ZoneClaims>();
  for (const claim of claims) {
    const source = sources.get(claim.sourceId);
    const decision = ranks.get(claim.id);
    if (!source || !decision) throw new Error(`claim ${claim.id} has no source or no decision`);
    const weighed: Weighed = {
      ...claim,
      day: firstDay(claim.asOf ?? source.publishedOn ?? recordedOn[claim.revision] ?? ""),
      rank: decision.rank,
      rankRevision: decision.revision,
      voice: fold(source.publisher.replace(/ \/ .*| \(.*/, "")),
    };
    const zone = zones.get(claim.zone) ?? { zone: new Map(), firms: new Map() };
    zones.set(claim.zone, zone);
    const subject = claim.tenancy ? (zone.firms.get(claim.tenancy) ?? new Map()) : zone.zone;
    if (claim.tenancy) zone.firms.set(claim.tenancy, subject);
    subject.set(claim.field, [...(subject.get(claim.field) ?? []), weighed]);
  }

  const registry: IndependentRegistry = { zones: {}, firms: {}, order: [] };
  const keys: [slug: string, keys: (number | string)[]][] = [];
  for (const [slug, zoneClaims] of zones) {
    // Membership of the registry needs a claim.
    const shown = showFields(zoneClaims.zone, day);
    if (!["legalStatus", "status", "cohort", "cpecStatus"].some((field) => shown.has(field))) {
      continue;
    }
    const { zone, building } = readZone(zoneClaims, day);
    registry.zones[slug] = zone;
    keys.push([slug, orderKeys(zone, building)]);
    for (const [id, fields] of zoneClaims.firms) {
      const shownOfFirm = [...showFields(fields, day)];
      if (shownOfFirm.length === 0) continue;
      const marked = shownOfFirm.filter(([, { mark }]) => mark);
      const weak = shownOfFirm.filter(([, { claim, live }]) => isWeak(claim, live));
      registry.firms[id] = {
        values: Object.fromEntries(shownOfFirm.map(([field, { claim }]) => [field, claim.value])),
        marks: Object.fromEntries(marked.map(([field, { mark }]) => [field, mark as Mark])),
        weak: weak.map(([field]) => field).sort(),
      };
    }
  }
  registry.order = keys.sort(([, a], [, b]) => compareKeys(a, b)).map(([slug]) => slug);
  return registry;
}

function compareKeys(a: (number | string)[], b: (number | string)[]): number {
  const first = a.findIndex((key, i) => key !== b[i]);
  const [one, other] = [a[first], b[first]];
  if (typeof one === "number" && typeof other === "number") return other - one;
  return String(one) < String(other) ? -1 : 1;
}
