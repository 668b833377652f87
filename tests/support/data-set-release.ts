import { createHash } from "node:crypto";
import type { FieldValue } from "@/lib/catalogue/kinds";
import type { Facts } from "@/lib/evidence/ledger-records";
import { buildRelease } from "@/lib/formats/release";
import { checksumList } from "@/lib/formats/release-notes";
import { englishText } from "@/lib/text/english-text";
import { readDataSet } from "@/seed/read-data-set";
import { seedFacts } from "./seed-facts";

/** The release of the data set, made from its files alone, without a database. */
export interface DataSetRelease {
  readonly number: string;
  readonly asOf: string;
  readonly revision: number;
  /** Checksums by file name, without those of `SHA256SUMS`. */
  readonly checksums: Readonly<Record<string, string>>;
  /** Of the text of `SHA256SUMS`. */
  readonly listChecksum: string;
  /** Bytes of all files. */
  readonly size: number;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A value as the database gives it back: the members of an object are in another order. */
function storeValue(value: FieldValue): FieldValue {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => compare(a, b)),
  ) as unknown as FieldValue;
}

/** The facts in the order in which the database gives them back: within a revision by id, events by day first. */
function storeFacts(facts: Facts): Facts {
  return {
    ...facts,
    claims: facts.claims.map((claim) => ({ ...claim, value: storeValue(claim.value) })),
    sourceVersions: facts.sourceVersions.toSorted(
      (a, b) => a.revision - b.revision || compare(a.source.id, b.source.id),
    ),
    events: facts.events
      .map((event) => ({
        ...event,
        zones: event.reason === null ? event.zones.toSorted() : event.zones,
      }))
      .toSorted(
        (a, b) => a.revision - b.revision || compare(a.date, b.date) || compare(a.id, b.id),
      ),
  };
}

const hash = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

/** Makes the release that a fresh installation offers: of the last edition, on its day. */
export async function makeDataSetRelease(): Promise<DataSetRelease> {
  const editions = await readDataSet("seed/data");
  const asOf = editions.at(-1)?.compiledOn ?? "";
  const number = `${asOf.slice(0, 4)}.1`;
  const revision = editions.length;
  const { files } = await buildRelease({
    text: englishText,
    number,
    notes: null,
    facts: storeFacts(await seedFacts(revision)),
    moment: { asOf, revision },
    since: null,
    origin: "",
    operator: null,
  });
  const hashed = files.map(({ name, content }) => ({ name, sha256: hash(content) }));
  const list = checksumList(hashed);
  return {
    number,
    asOf,
    revision,
    checksums: Object.fromEntries(hashed.map(({ name, sha256 }) => [name, sha256])),
    listChecksum: hash(list),
    size: files.reduce((sum, { content }) => sum + content.byteLength, list.length),
  };
}
