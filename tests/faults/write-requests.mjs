// The writers' requests: claims on any zone and field, some of which must be rejected, and withdrawals.
import { randomUUID } from "node:crypto";

/**
 * A request and its expected status. `body.claims` have new ids.
 * @typedef {object} WriteRequest
 * @property {"claims" | "decisions"} endpoint
 * @property {Record<string, any>} body
 * @property {number} expectedStatus 201, or the status of the rejection
 */

/**
 * What the requests are about.
 * @typedef {{ zones: string[], fields: { key: string, values: unknown[] | null, min: number, max: number }[], source: string, firm: string }} Subjects
 */

/** @param {string} address @returns {Promise<Subjects>} */
export async function readSubjects(address) {
  const read = async (/** @type {string} */ path) => {
    const response = await fetch(`${address}/api/v1/${path}`);
    if (!response.ok) throw new Error(`GET ${path} returned ${response.status}.`);
    return (await response.json()).data;
  };
  const zones = await read("zones?scope=all&limit=1000");
  const fields = await read("fields");
  const sources = await read("sources?limit=1000");
  // A claim cannot be on a day after its source was published, so it is one without a date.
  const source = sources.find((/** @type {any} */ { publishedOn }) => publishedOn === null);
  const [firm] = await read("tenancies");
  return {
    zones: zones.map((/** @type {{ slug: string }} */ { slug }) => slug),
    source: source.id,
    // The page of a firm is addressed by its name.
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
 * @param {import("./random.mjs").Random} random
 */
function createClaim(subjects, random) {
  const { key, values, min, max } = random.pick(subjects.fields);
  return {
    id: randomUUID(),
    zone: random.pick(subjects.zones),
    field: key,
    value: values ? random.pick(values) : random.between(min, max),
    asOf: `2026-${String(random.between(1, 10)).padStart(2, "0")}`,
    sourceId: subjects.source,
    note: `Number ${random.number(1e9)}.`,
    origin: "independent",
    confidence: random.pick(["high", "medium", "low"]),
    quotation: { text: "So it says.", lang: "en" },
    gateConfirmed: true,
  };
}

/**
 * @param {Subjects} subjects
 * @param {import("./random.mjs").Random} random
 * @param {() => string | null} takeOwnClaim the id of one of the writer's own claims that is not withdrawn
 * @returns {WriteRequest}
 */
export function createRequest(subjects, random, takeOwnClaim) {
  const percent = random.number(100);
  const claims = Array.from({ length: random.between(1, 3) }, () => createClaim(subjects, random));
  if (percent < 8) {
    const invalid = { ...createClaim(subjects, random), value: { not: "a value" } };
    return { endpoint: "claims", body: { claims: [...claims, invalid] }, expectedStatus: 422 };
  }
  if (percent < 16) {
    const outdated = { ...createClaim(subjects, random), basedOn: randomUUID() };
    return { endpoint: "claims", body: { claims: [...claims, outdated] }, expectedStatus: 409 };
  }
  const own = percent < 26 ? takeOwnClaim() : null;
  if (own !== null) {
    const decisions = [{ claimId: own, decision: "retracted", reason: "Misread." }];
    return { endpoint: "decisions", body: { decisions }, expectedStatus: 201 };
  }
  return { endpoint: "claims", body: { claims }, expectedStatus: 201 };
}
