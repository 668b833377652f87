import { readFileSync } from "node:fs";
import { fieldSpec, ZONE_FIELD_KEYS, type ZoneFieldKey } from "@/lib/catalogue/fields";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { METHOD } from "@/lib/contract/meta";
import { indexEvidence } from "@/lib/evidence/evidence-index";
import type { Facts } from "@/lib/evidence/ledger-records";
import { buildRegistry, type ZoneRecord } from "@/lib/evidence/registry";
import { listContextAt, listEventsAt, listSourcesAt } from "@/lib/evidence/source-versions";
import { zoneName } from "@/lib/evidence/zone-name";
import { isApprovalConfirmed } from "@/lib/query/scope";
import { type Edition, readDataSet } from "@/seed/read-data-set";
import { makeDataSetReleases } from "./data-set-release";
import { seedFacts } from "./seed-facts";

/** The description of the data set, from the root. */
export const DATA_README = "seed/data/README.md";

const BEGIN = "<!-- counts -->\n";
const END = "<!-- /counts -->";

/** Groups of fields of which the table counts each field; of the others it counts nothing or all together. */
const COUNTED = [
  "ladders",
  "legal",
  "utilities",
  "access",
  "services",
  "investors",
  "resilience",
  "quantities",
];

const number = (value: number) => value.toLocaleString("en");

/** The description with its counts worked out from the data set. */
export async function fillCounts(): Promise<string> {
  const text = readFileSync(DATA_README, "utf8");
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${DATA_README} has no place for its counts.`);
  }
  return `${before}${BEGIN}${await describeDataSet()}${END}${after}`;
}

async function describeDataSet(): Promise<string> {
  const editions = await readDataSet("seed/data");
  const facts = await seedFacts(editions.length);
  const asOf = editions.at(-1)?.compiledOn ?? "";
  const { zones } = buildRegistry(facts, indexEvidence(facts), { asOf, revision: facts.revision });
  const confirmed = zones.filter(({ values }) => isApprovalConfirmed(values));
  return [
    ...listEditions(editions, facts),
    "",
    `Together ${number(facts.claims.length)} claims: ${countDecisions(facts)}. ${countQuotations(editions)}`,
    "",
    `Together ${countKinds(facts)}.`,
    "",
    describeFirms(zones),
    "",
    "Zones with a known value, of all " +
      `${zones.length} and of the ${confirmed.length} with a confirmed approval:`,
    "",
    `| field | all | ${confirmed.length} |`,
    "|---|---|---|",
    ...listKnown(zones, confirmed),
    "",
    `Progress on site (\`status\`) of the ${confirmed.length}:`,
    "",
    "| value | zones | which |",
    "|---|---|---|",
    ...listStatuses(confirmed),
    "",
    ...(await describeReleases()),
    "",
  ].join("\n");
}

async function describeReleases(): Promise<string[]> {
  return (await makeDataSetReleases()).flatMap((release, i) => {
    const { number: name, asOf, revision, checksums, listChecksum, size } = release;
    const files = Object.keys(checksums).length + 1;
    const parts = [`as of ${asOf}`, `revision ${revision}`, `method ${METHOD}`];
    return [
      ...(i === 0 ? [] : [""]),
      `Release ${name} (${parts.join(", ")}): ${files} files, ${number(size)} bytes. SHA-256 of its \`SHA256SUMS\`:`,
      "",
      `\`${listChecksum}\``,
    ];
  });
}

function listEditions(editions: readonly Edition[], facts: Facts): string[] {
  const isNew = (revision: number, edition: number) => revision === edition;
  return [
    "| edition | claims | decisions on claims | firms | sources | new versions | events | new versions | figures and statements | new versions |",
    "|---|---|---|---|---|---|---|---|---|---|",
    ...editions.map((edition, i) => {
      const own = i + 1;
      const ofSources = facts.sourceVersions.filter(({ revision }) => isNew(revision, own));
      const knownSources = new Set(listSourcesAt(facts.sourceVersions, i).map(({ id }) => id));
      const knownEvents = new Set(listEventsAt(facts.events, i).map(({ id }) => id));
      const knownContext = new Set(listContextAt(facts.context, i).map(({ key }) => key));
      const sources = ofSources.filter(({ source }) => !knownSources.has(source.id)).length;
      const events = edition.events.filter(({ id }) => !knownEvents.has(id)).length;
      const context = edition.context.filter(({ key }) => !knownContext.has(key)).length;
      const cells = [
        edition.claims.length,
        edition.decisions.length,
        edition.tenancies.length,
        sources,
        ofSources.length - sources,
        events,
        edition.events.length - events,
        context,
        edition.context.length - context,
      ];
      return `| ${edition.compiledOn} | ${cells.map(number).join(" | ")} |`;
    }),
  ];
}

function countDecisions(facts: Facts): string {
  const last = new Map([
    ...facts.claims.map(({ id }) => [id, "published"] as const),
    ...facts.decisions.map(({ claimId, kind }) => [claimId, kind] as const),
  ]);
  const counts = ["published", "preferred", "deprecated", "retracted"].map((kind) => {
    const count = [...last.values()].filter((one) => one === kind).length;
    return `${number(count)} ${kind}`;
  });
  return counts.join(", ");
}

function countQuotations(editions: readonly Edition[]): string {
  const claims = editions.flatMap((edition) => edition.claims);
  const quoted = claims.filter(({ quotation }) => quotation !== null).length;
  return `${number(quoted)} carry the words of their source.`;
}

function countKinds(facts: Facts): string {
  const sources = listSourcesAt(facts.sourceVersions, facts.revision);
  const counts = new Map<string, number>();
  for (const { kind } of sources) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return `${number(sources.length)} sources: ${parts.map(([kind, count]) => `${count} ${kind}`).join(", ")}`;
}

function describeFirms(zones: readonly ZoneRecord[]): string {
  const firms = zones.flatMap(({ tenancies }) => tenancies);
  const at = (...stages: string[]) =>
    firms.filter(({ values }) => stages.includes(values.tenancyStage ?? "")).length;
  const withFirm = zones.filter(({ tenancies }) => tenancies.length > 0).length;
  return (
    `${number(firms.length)} firms with a valid claim in ${withFirm} zones: ` +
    `${at("producing", "exporting")} are shown as producing or exporting, ${at("closed")} as closed.`
  );
}

function listKnown(zones: readonly ZoneRecord[], confirmed: readonly ZoneRecord[]): string[] {
  const row = (label: string, isKnown: (zone: ZoneRecord) => boolean) =>
    `| ${label} | ${zones.filter(isKnown).length} | ${confirmed.filter(isKnown).length} |`;
  const inGroup = (group: string) =>
    ZONE_FIELD_KEYS.filter((key) => fieldSpec(key).group === group);
  const knows = (keys: readonly ZoneFieldKey[]) => (zone: ZoneRecord) =>
    keys.some((key) => zone.values[key] !== null);
  return [
    ...COUNTED.flatMap(inGroup).map((key) => row(`\`${key}\``, knows([key]))),
    row("any target", knows(inGroup("targets"))),
    row("any dependence level", knows(inGroup("dependence"))),
    row("any named firm", ({ tenancies }) => tenancies.length > 0),
  ];
}

function listStatuses(zones: readonly ZoneRecord[]): string[] {
  return [...listTerms("status").map(({ value }) => value), null].flatMap((status) => {
    const at = zones.filter(({ values }) => values.status === status);
    if (at.length === 0) return [];
    const label = status === null ? "unknown" : `\`${status}\``;
    return [`| ${label} | ${at.length} | ${at.map((zone) => zoneName(zone)).join(", ")} |`];
  });
}
