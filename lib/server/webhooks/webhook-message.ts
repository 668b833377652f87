import "server-only";
import { createHmac } from "node:crypto";
import { METHODS } from "@/lib/catalogue/methods";
import { listChangesBetween } from "@/lib/changes/changes";
import { countValues, readEdition } from "@/lib/changes/news";
import { learnedAddress } from "@/lib/changes/news-address";
import {
  listChangeRows,
  matchesFilter,
  toChangeAnswer,
  toMomentAnswer,
} from "@/lib/contract/changes-answer";
import { markFacts } from "@/lib/evidence/add-facts";
import type { Ledger } from "@/lib/evidence/evidence-index";
import { getFactsAt } from "@/lib/evidence/facts-at";
import type { Revision } from "@/lib/evidence/ledger-records";
import { listTouchedZones } from "@/lib/evidence/touched-zones";
import { describeAnnouncement } from "@/lib/text/change-words";
import type { Text } from "@/lib/text/text";
import { pakistanDay, startOfDay } from "@/lib/time/day";

/** Most changes in one message. The link to the API has all of them. */
const MAX_CHANGES = 100;

/** A message about a revision or a method. */
export interface WebhookMessage {
  /** The same for each attempt and address: the number and the identity of the revision, or the number of the method. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
}

/**
 * The message about a revision: what it changed on its day, as `/api/v1/changes` answers it.
 * @param revision of the ledger, which may have later ones
 * @param origin address of the site, without a trailing slash
 */
export function composeWebhook(
  ledger: Ledger,
  revision: Revision,
  origin: string,
  text: Text,
): WebhookMessage {
  const { facts } = ledger;
  const { revisions } = facts;
  const { number, identity, recordedAt } = revision;
  const asOf = pakistanDay(new Date(recordedAt));
  const earlier = revisions.filter((one) => one.number < number);
  const from = { asOf, revision: earlier.at(-1)?.number ?? 0 };
  const to = { asOf, revision: number };
  // Comparing all zones would hold up other requests.
  const before = markFacts(getFactsAt(facts, from.revision));
  const touched = new Set(listTouchedZones(before, getFactsAt(facts, number)));
  const zones = facts.zones.filter(({ slug }) => touched.has(slug));
  const part = { ...ledger, facts: { ...facts, zones } };
  const changes = listChangeRows(part, listChangesBetween(part, { from, to }), to).filter((row) =>
    matchesFilter({}, row),
  );
  const shown = toMomentAnswer(to, revisions);
  const query = new URLSearchParams({ from: `r${from.revision}`, to: `r${number}`, ...shown });
  const compiledOn = readEdition(revision);
  const counts = countValues(changes);
  const data = {
    revision: number,
    identity,
    from: toMomentAnswer(from, revisions),
    to: shown,
    edition: compiledOn && {
      title: describeAnnouncement(text, { kind: "edition", compiledOn, ...counts }),
      compiledOn,
      ...counts,
    },
    total: changes.length,
    changes: changes.slice(0, MAX_CHANGES).map(toChangeAnswer),
    page: origin + learnedAddress([...query]),
    api: `${origin}/api/v1/changes?${query}`,
  };
  const body = { type: "revision.recorded", timestamp: recordedAt, data };
  return { id: `r${number}-${identity}`, body: JSON.stringify(body) };
}

/**
 * The message about the first method after another one; null: there is none.
 * @param after number of a method
 */
export function composeMethodWebhook(
  after: number,
  origin: string,
  text: Text,
): (WebhookMessage & { readonly method: number }) | null {
  const method = METHODS.find(({ number }) => number > after);
  if (method === undefined) return null;
  const { number, since, page } = method;
  const at = startOfDay(since).toISOString();
  const data = {
    title: describeAnnouncement(text, { kind: "method", ...method, at }),
    method: number,
    since,
    page: `${origin}${page}`,
    api: `${origin}/api/v1/method`,
  };
  const body = JSON.stringify({ type: "method.changed", timestamp: at, data });
  return { id: `method-${number}`, body, method: number };
}

/**
 * The headers of an attempt to send a message, by Standard Webhooks 1.0.
 * @param secrets each `whsec_` and a key in base64; each signs
 */
export function signWebhook(
  { id, body }: WebhookMessage,
  secrets: readonly string[],
  now: Date,
): Readonly<Record<string, string>> {
  const timestamp = Math.floor(now.getTime() / 1000);
  const sign = (secret: string) =>
    createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
      .update(`${id}.${timestamp}.${body}`)
      .digest("base64");
  return {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": secrets.map((secret) => `v1,${sign(secret)}`).join(" "),
  };
}
