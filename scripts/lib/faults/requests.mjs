// What the writers send: claims on any zone and field, some of which have to be refused, and withdrawals.
import { randomUUID } from "node:crypto";

/**
 * A request, and what its answer has to be. `claims` are the ids of new claims.
 * @typedef {object} WriteRequest
 * @property {"claims" | "decisions"} to
 * @property {Record<string, any>} body
 * @property {number} outcome 201, or the status of the refusal
 */

/**
 * What there is to write about.
 * @typedef {{ zones: string[], fields: { key: string, values: unknown[] | null, min: number, max: number }[], source: string, firm: string }} Subjects
 */

/** @param {string} address @returns {Promise<Subjects>} */
export async function readSubjects(address) {
  const read = async (/** @type {string} */ path) => {
    const answer = await fetch(`${address}/api/v1/${path}`);
    if (!answer.ok) throw new Error(`GET ${path} answers ${answer.status}.`);
    return (await answer.json()).data;
  };
  const zones = await read("zones?scope=all&limit=1000");
  const fields = await read("fields");
  const [source] = await read("sources");
  const [firm] = await read("tenancies");
  return {
    zones: zones.map((/** @type {{ slug: string }} */ { slug }) => slug),
    source: source.id,
    // As the page of a firm is addressed: by its name.
    firm: firm.firm.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    fields: fields
      .filter(
        (/** @type {any} */ { subject, kind }) =>
          subject === "zone" && (kind === "number" || kind === "choice"),
      )
      .map((/** @type {any} */ { key, values, min, max }) => ({
        key,
        values: values?.map((/** @type {any} */ { value }) => value) ?? null,
        min: min ?? 0,
        max: max ?? 1_000_000,
      })),
  };
}

/**
 * @param {Subjects} subjects
 * @param {import("./random.mjs").Chance} chance
 */
function newClaim(subjects, chance) {
  const { key, values, min, max } = chance.oneOf(subjects.fields);
  return {
    id: randomUUID(),
    zone: chance.oneOf(subjects.zones),
    field: key,
    value: values ? chance.oneOf(values) : chance.between(min, max),
    asOf: `2026-${String(chance.between(1, 10)).padStart(2, "0")}`,
    sourceId: subjects.source,
    note: `Number ${chance.number(1e9)}.`,
    origin: "independent",
    confidence: chance.oneOf(["high", "medium", "low"]),
    gateConfirmed: true,
  };
}

/**
 * @param {Subjects} subjects
 * @param {import("./random.mjs").Chance} chance
 * @param {() => string | null} takeOwn the id of a claim of the writer's own that still holds
 * @returns {WriteRequest}
 */
export function newRequest(subjects, chance, takeOwn) {
  const die = chance.number(100);
  const claims = Array.from({ length: chance.between(1, 3) }, () => newClaim(subjects, chance));
  if (die < 8) {
    const bad = { ...newClaim(subjects, chance), value: { not: "a value" } };
    return { to: "claims", body: { claims: [...claims, bad] }, outcome: 422 };
  }
  if (die < 16) {
    const late = { ...newClaim(subjects, chance), basedOn: randomUUID() };
    return { to: "claims", body: { claims: [...claims, late] }, outcome: 409 };
  }
  const own = die < 26 ? takeOwn() : null;
  if (own !== null) {
    const decisions = [{ claimId: own, decision: "retracted", reason: "Read wrongly." }];
    return { to: "decisions", body: { decisions }, outcome: 201 };
  }
  return { to: "claims", body: { claims }, outcome: 201 };
}
