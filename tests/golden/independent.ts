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
type Interval = [number, number];

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
  /** The live claims that no preferred one sets aside, the shown one among them. */
  inUse: Weighed[];
  /** Those of them that contradict the value. */
  disputing: Weighed[];
  support: Support;
  weak: boolean;
}

/** What the method gives for a zone on a day. */
export interface IndependentZone {
  values: Record<string, Value>;
  marks: Record<string, Mark>;
  support: Record<string, Support>;
  /** Every field whose value is weak. */
  weak: string[];
  /** On the scale from 0 to 1; an indicator that does not apply is absent. */
  intervals: Record<string, Interval>;
  namedProducers: number;
  /** Null where nothing applies. */
  confirmed: number | null;
  possible: number | null;
  completeness: number | null;
}

/** What the method gives for all zones and firms on a day. */
export interface IndependentRegistry {
  zones: Record<string, IndependentZone>;
  firms: Record<string, { values: Record<string, Value>; marks: Record<string, Mark> }>;
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

  const against = claims.filter(
    (rival) => rival !== claim && rival.rank !== "retracted" && contradicts(rival, claim, inUse),
  );
  const disputing = against.filter((rival) => inUse.includes(rival));
  const agreeing = live.filter(
    (other) => other === claim || (other.value !== null && !differs(other, claim)),
  );
  const voices = new Set(agreeing.map(({ voice }) => voice));
  return {
    claim,
    mark: disputing.length > 0 ? "contested" : against.length > 0 ? "settled" : undefined,
    inUse,
    disputing,
    support: agreeing.some(({ origin }) => origin === "independent")
      ? "independent"
      : voices.size > 1
        ? "corroborated"
        : "single",
    weak:
      claim.value !== null &&
      claim.confidence === "low" &&
      agreeing.every((c) => c.origin === claim.origin && c.confidence === "low"),
  };
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

function readZone(shown: Map<string, Shown>, stages: Value[]) {
  const shownValue = (field: string) => shown.get(field)?.claim.value ?? null;
  const sole = shownValue("zoneType") === "sole-enterprise";
  const status = shownValue("status");
  const produces = STATUS.indexOf(String(status)) >= STATUS.indexOf("partially-operational");
  const named: Record<string, number> = {
    enterprisesProducing: stages.filter((s) => s === "producing" || s === "exporting").length,
    enterprisesAdmitted: stages.filter((s) => STAGE.indexOf(String(s)) >= STAGE.indexOf("admitted"))
      .length,
  };
  const namedProducers = named.enterprisesProducing ?? 0;

  const weak = new Set([...shown].filter(([, s]) => s.weak).map(([field]) => field));
  for (const field of Object.keys(FULL_COUNT)) {
    const s = shown.get(field);
    if (!s || typeof s.claim.value !== "number" || s.support !== "single") continue;
    if (!["developer", "tenant"].includes(s.claim.origin)) continue;
    if (s.claim.value > (named[field] ?? 0)) weak.add(field);
  }

  // The bounds that other facts imply, each with the least or the greatest score.
  const atLeast: Record<string, number> = {};
  const atMost: Record<string, number> = {};
  const raise = (field: string, score: number) => {
    atLeast[field] = Math.max(atLeast[field] ?? 0, score);
  };
  if (shown.get("status")?.inUse.some(({ value }) => value === "serviced")) {
    for (const field of ["electricity", "water", "internalRoads"]) raise(field, 0.6);
  }
  if (produces || namedProducers > 0) {
    for (const field of ["plotDemarcation", "internalRoads"]) raise(field, 0.6);
  }
  if (shownValue("legalStatus") === "developer-bound") raise("developmentAgreement", 1);
  if (status === "not-started") {
    atMost.enterprisesProducing = 0;
    atMost.plotsBuiltPct = 0;
  }
  const counted = shown.get("enterprisesProducing");
  const counts =
    counted && !weak.has("enterprisesProducing")
      ? [counted.claim, ...counted.disputing]
          .map((c) => c.value)
          .filter((v) => typeof v === "number")
      : [];
  const producing = Math.max(
    namedProducers,
    produces ? 1 : 0,
    counts.length > 0 ? Math.min(...counts) : 0,
  );
  for (const field of Object.keys(FULL_COUNT)) raise(field, scoreOf(field, producing, sole) ?? 0);

  const intervals: Record<string, Interval> = {};
  let [total, low, high, known] = [0, 0, 0, 0];
  for (const [blockWeight, fields] of BLOCKS) {
    for (const field of fields) {
      const s = shown.get(field);
      if (s?.claim.value === "not-applicable") continue;
      let [lo, hi] = [0, 1];
      const isKnown = s !== undefined && s.claim.value !== null && !weak.has(field);
      if (s && s.claim.value !== null) {
        const scores = [s.claim, ...s.disputing]
          .map((c) => scoreOf(field, c.value, sole))
          .filter((x) => x !== null);
        [lo, hi] = [isKnown ? Math.min(...scores) : 0, Math.max(...scores)];
      }
      if (!isKnown) {
        // A bound above a weak value lifts both ends: lo never passes hi.
        lo = Math.max(lo, atLeast[field] ?? 0);
        hi = Math.max(lo, Math.min(hi, atMost[field] ?? 1));
      }
      intervals[field] = [lo, hi];
      const weight = blockWeight / fields.length;
      total += weight;
      low += weight * lo;
      high += weight * hi;
      if (isKnown) known += weight;
    }
  }
  return {
    weak: [...weak].sort(),
    intervals,
    namedProducers,
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

  const bySubject = new Map<string, Map<string, Weighed[]>>();
  const zoneOfFirm = new Map<string, string>();
  for (const claim of claims) {
    const source = sources.get(claim.sourceId);
    const decision = ranks.get(claim.id);
    if (!source || !decision) throw new Error(`claim ${claim.id} has no source or no decision`);
    const effective = firstDay(
      claim.asOf ?? source.publishedOn ?? recordedOn[claim.revision] ?? "",
    );
    if (effective > day) continue;
    if (claim.tenancy) zoneOfFirm.set(claim.tenancy, claim.zone);
    const subject = claim.tenancy ? `firm ${claim.tenancy}` : `zone ${claim.zone}`;
    const fields = bySubject.get(subject) ?? new Map<string, Weighed[]>();
    bySubject.set(subject, fields);
    const weighed = {
      ...claim,
      day: effective,
      rank: decision.rank,
      rankRevision: decision.revision,
      voice: fold(source.publisher),
    };
    fields.set(claim.field, [...(fields.get(claim.field) ?? []), weighed]);
  }

  const registry: IndependentRegistry = { zones: {}, firms: {} };
  const shownOf = (subject: string) => {
    const shown = new Map<string, Shown>();
    for (const [field, list] of bySubject.get(subject) ?? []) {
      const result = resolve(list);
      if (result) shown.set(field, result);
    }
    return shown;
  };
  const pick = <T>(shown: Map<string, Shown>, part: (s: Shown) => T | undefined) => {
    const record: Record<string, T> = {};
    for (const [field, s] of shown) {
      const value = part(s);
      if (value !== undefined) record[field] = value;
    }
    return record;
  };

  const stages = new Map<string, Value[]>();
  const isRegistered = (zone: string) => {
    const shown = shownOf(`zone ${zone}`);
    return ["legalStatus", "status", "cohort", "cpecStatus"].some((field) => shown.has(field));
  };
  for (const [id, zone] of zoneOfFirm) {
    const shown = shownOf(`firm ${id}`);
    if (shown.size === 0 || !isRegistered(zone)) continue;
    registry.firms[id] = {
      values: pick(shown, (s) => s.claim.value),
      marks: pick(shown, (s) => s.mark),
    };
    stages.set(zone, [...(stages.get(zone) ?? []), shown.get("tenancyStage")?.claim.value ?? null]);
  }
  for (const subject of bySubject.keys()) {
    const slug = subject.replace(/^zone /, "");
    if (slug === subject || !isRegistered(slug)) continue;
    const shown = shownOf(subject);
    registry.zones[slug] = {
      values: pick(shown, (s) => s.claim.value),
      marks: pick(shown, (s) => s.mark),
      support: pick(shown, (s) => (s.claim.value === null ? undefined : s.support)),
      ...readZone(shown, stages.get(slug) ?? []),
    };
  }
  return registry;
}
