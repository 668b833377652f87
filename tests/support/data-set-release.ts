import { createHash } from "node:crypto";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { METHOD } from "@/lib/contract/meta";
import type { Facts } from "@/lib/evidence/ledger-records";
import { buildRelease } from "@/lib/formats/release";
import { checksumList } from "@/lib/formats/release-notes";
import { databaseBytes } from "@/lib/server/database-file";
import { englishText } from "@/lib/text/english-text";
import { readDataSet } from "@/seed/read-data-set";
import { seedFacts } from "./seed-facts";

/** A release of the data set, made from its files alone, without a database. */
export interface DataSetRelease {
  readonly number: string;
  readonly asOf: string;
  readonly revision: number;
  readonly notes: string | null;
  /** Number of the release before it; null: it is the first. */
  readonly since: string | null;
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

/** Makes the releases that a fresh installation offers: of each edition but the first, on its day. */
export async function makeDataSetReleases(): Promise<DataSetRelease[]> {
  const editions = await readDataSet("seed/data");
  const releases: DataSetRelease[] = [];
  for (const [before, { compiledOn: asOf, notes }] of editions.entries()) {
    if (before === 0) continue;
    const number = `${asOf.slice(0, 4)}.${before}`;
    const revision = before + 1;
    const earlier = releases.at(-1);
    const { files } = await buildRelease({
      ...{
        text: englishText,
        number,
        notes,
        moment: { asOf, revision },
        origin: "",
        operator: null,
      },
      facts: storeFacts(await seedFacts(revision)),
      since: earlier
        ? { number: earlier.number, asOf: earlier.asOf, version: earlier.revision, method: METHOD }
        : null,
      toDatabase: databaseBytes,
    });
    const hashed = files.map(({ name, content }) => ({ name, sha256: hash(content) }));
    const list = checksumList(hashed);
    releases.push({
      ...{ number, asOf, revision, notes, since: earlier?.number ?? null },
      checksums: Object.fromEntries(hashed.map(({ name, sha256 }) => [name, sha256])),
      listChecksum: hash(list),
      size: files.reduce((sum, { content }) => sum + content.byteLength, list.length),
    });
  }
  return releases;
}
