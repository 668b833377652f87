import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { DecisionKind } from "../../lib/evidence/ledger-records";
import type { WriteResult } from "../../lib/server/ledger/types";
import { get, getJson } from "../support/api";
import { createSource } from "../support/facts";
import { newClaim } from "../support/new-claim";
import { testDatabase } from "../support/test-database";
import { requireWritten } from "../support/write-result";

testDatabase("seeded");
const BY = { author: "tester", purpose: "a test" };

/** Addresses with a day and a revision. */
const PINNED = ["2020-12-31", "2024-06-30", "2026-11-24"].flatMap((asOf) =>
  [
    "zones?limit=1000",
    "zones?scope=all&status=unknown,serviced&readinessMin=5&limit=1000",
    "zones.csv?scope=all",
    "zones.geojson?scope=all",
    "tables/evidence.csv?about=state",
    "tables/targets.json?zone=rashakai-sez",
    "tables/readiness.parquet?province=balochistan",
    "zones.xlsx?scope=all",
    "zones/hattar-sez",
    "zones/hattar-sez/claims",
    "zones/hattar-sez/tenancies",
    "zones/rashakai-sez",
    "zones/rashakai-sez/claims",
    "facets?scope=all",
    "tenancies?limit=1000",
    "rows",
    "method",
    "readiness",
    "readiness/history",
    "readiness/history.csv",
    "changes?from=2019-01-01",
    "targets.ics",
    "firms",
    "sources/geonames",
    "events",
    "context",
    "search?q=rashakai",
    "tables/claims.csv",
    "zones.gpkg",
    "zones.parquet",
    "package.zip",
    "registry.sqlite",
  ].map((address) => `${address}${address.includes("?") ? "&" : "?"}asOf=${asOf}&knownOn=r1`),
);

/** Name and identity of the first revision, as permanent addresses have it. */
let first = "";

async function readAnswer(address: string) {
  const response = await get(address.replace("knownOn=r1", `knownOn=${first}`));
  expect(response.status, address).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer()).toString("base64");
  return { etag: response.headers.get("etag"), bytes };
}

interface Entry {
  readonly id: string;
  readonly standing: string;
}

test("a permalink gives the same bytes with the same tag after 10 edits", async () => {
  const { writeLedger } = await import("../../lib/server/ledger/ledger");
  const record = (part: Parameters<typeof newClaim>[0]) =>
    writeLedger({ ...BY, claims: [newClaim(part)] });
  const decide = (claimId: string, kind: DecisionKind, reason: string) =>
    writeLedger({ ...BY, decisions: [{ claimId, kind, reason }] });
  first = (await getJson<{ meta: { knownOn: string } }>("method")).meta.knownOn;
  const before = new Map<string, Awaited<ReturnType<typeof readAnswer>>>();
  for (const address of PINNED) before.set(address, await readAnswer(address));

  const { data } = await getJson<{ data: Entry[] }>("zones/rashakai-sez/claims?knownOn=r1");
  const shown = data.filter(({ standing }) => standing === "shown");
  const [one, second, third] = shown.map(({ id }) => id);
  if (!one || !second || !third) throw new Error("Rashakai has fewer than 3 displayed values.");
  const added = newClaim({ asOf: "2019-03-01", value: "planned" });
  const source = createSource({ id: "a-new-source", publishedOn: "2020-05" });
  const tenancy = {
    id: "hattar-sez--new-firm",
    zone: "hattar-sez",
    firm: "A new firm",
    firmId: "a-new-firm",
    order: 99,
  };
  const edits: (() => Promise<WriteResult>)[] = [
    () => record({}),
    () => record(added),
    () => record({ field: "status", value: "operational", asOf: "2020" }),
    () => decide(one, "retracted", "Misread"),
    () => decide(second, "deprecated", "Superseded"),
    () => decide(third, "preferred", "Seen on site"),
    () => decide(added.id, "retracted", "Twice"),
    () =>
      writeLedger({
        ...BY,
        subjects: {
          zones: [{ slug: "a-new-zone", order: 99 }],
          sources: [source],
          tenancies: [tenancy],
          events: [],
          context: [],
        },
        claims: [
          newClaim({ zone: "a-new-zone", field: "name", value: "A new zone", asOf: "2018" }),
          newClaim({ zone: "a-new-zone", field: "status", value: "serviced", asOf: "2018" }),
          newClaim({
            zone: "hattar-sez",
            tenancy: tenancy.id,
            field: "tenancyStage",
            value: "producing",
            asOf: "2019",
            sourceId: source.id,
          }),
        ],
      }),
    () => record({ zone: "hattar-sez", id: randomUUID(), asOf: "2018-05" }),
    () => decide(one, "published", "Read again"),
  ];
  for (const edit of edits) requireWritten(await edit());

  const now = await getJson<{ meta: { version: number } }>("zones?limit=1");
  expect(now.meta.version).toBe(1 + edits.length);
  const past = await readAnswer("zones/rashakai-sez?asOf=2024-06-30");
  expect(past.bytes).not.toBe(before.get("zones/rashakai-sez?asOf=2024-06-30&knownOn=r1")?.bytes);
  const changed: string[] = [];
  for (const address of PINNED) {
    const { etag, bytes } = await readAnswer(address);
    const kept = before.get(address);
    if (bytes !== kept?.bytes || etag !== kept.etag) changed.push(address);
  }
  expect(changed).toEqual([]);
});
