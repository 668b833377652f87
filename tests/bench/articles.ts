// Which of the recorded facts `proposeFacts` proposes of their sources' titles and quotations.
// `npm run bench -- articles`: counts; with `read`, also each fact and proposal of the half that rules are built on;
// with `judge`, of the other half, to count what is wrong. Nobody builds rules on what that prints.
// With a folder: of the whole articles in its files, each named by its source's id and `.txt`. They are not in this
// repository, because they are their publishers'.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { FactSubject } from "@/lib/entry/find-fact";
import { findNames } from "@/lib/entry/find-names";
import { proposeFacts } from "@/lib/entry/propose-facts";
import { type Edition, readDataSet } from "@/seed/read-data-set";
import { formatColumns } from "./measure";

const TODAY = "2026-12-01";
const editions = await readDataSet("seed/data");
const collect = <T>(list: (edition: Edition) => readonly T[]) => editions.flatMap(list);

const claims = collect((edition) => edition.claims);
const sources = collect((edition) => edition.sources);
const namesOf = (zone: string, ...first: readonly string[]) => [
  ...first,
  zone,
  ...claims
    .filter((claim) => claim.zone === zone && ["name", "aliases", "nameUr"].includes(claim.field))
    .flatMap(({ value }) => value as string | string[]),
];
const zones = collect((edition) => edition.zones).map(
  ({ slug }): FactSubject => ({ zone: slug, tenancy: null, zoneNames: namesOf(slug), firm: null }),
);
const subjects: readonly FactSubject[] = [
  ...zones,
  ...collect((edition) => edition.tenancies).map(({ id, zone, firm }) => ({
    ...{ zone, tenancy: id, firm },
    zoneNames: namesOf(zone),
  })),
];

/** Half of the sources, by their ids: rules are built on what these say. */
const isToBuildOn = (source: string) =>
  (createHash("sha256").update(source).digest()[0] ?? 0) % 2 === 0;

const key = (fact: {
  readonly zone: string;
  readonly tenancy?: string | null | undefined;
  readonly field: string;
  readonly value: unknown;
}) => [fact.zone, fact.tenancy ?? "", fact.field, JSON.stringify(fact.value)].join(" ");

type Claim = (typeof claims)[number];
const newCount = () => {
  return { sources: 0, recorded: 0, named: 0, found: 0, proposed: 0, alsoRecorded: 0 };
};

/** The facts of a source that have an English quotation. */
const factsOf = (id: string) =>
  claims.filter(
    ({ sourceId, quotation, value }) =>
      sourceId === id && quotation?.lang === "en" && value !== null,
  );

/** Adds what is found and proposed of one text. @param isPrinted also each fact and proposal */
function compare(
  id: string,
  text: string,
  said: readonly Claim[],
  count: ReturnType<typeof newCount>,
  isPrinted: boolean,
): void {
  const recorded = new Map(said.map((claim) => [key(claim), claim]));
  const proposed = new Map(
    proposeFacts(text, subjects, TODAY).map((fact) => [
      key({ ...fact.subject, field: fact.field, value: fact.value }),
      fact,
    ]),
  );
  const mentions = findNames(text, subjects).flatMap((mention) => mention.subjects);
  const isNamed = (one: string) =>
    mentions.some(({ zone, tenancy }) => one.startsWith(`${zone} ${tenancy ?? ""} `));
  const found = [...recorded.keys()].filter((one) => proposed.has(one)).length;
  count.sources++;
  count.recorded += recorded.size;
  count.named += [...recorded.keys()].filter(isNamed).length;
  count.found += found;
  count.proposed += proposed.size;
  count.alsoRecorded += [...proposed.keys()].filter((one) => recorded.has(one)).length;
  if (!isPrinted) return;
  console.log(`\n## ${id}: ${found} of ${recorded.size}\n${text}`);
  for (const [one, { subjectIn, words }] of proposed) {
    const sign = recorded.has(one) ? "=" : "+";
    console.log(`  ${sign} ${one} (${subjectIn}) > ${text.slice(words.from, words.to)}`);
  }
  for (const [one, { field, quotation }] of recorded) {
    if (!proposed.has(one)) {
      console.log(
        `  - ${isNamed(one) ? "named" : "nameless"} ${one} (${fieldSpec(field).kind}) < ${quotation?.text}`,
      );
    }
  }
}

const [mode = ""] = process.argv.slice(2);

/** What is found and proposed of the titles and quotations of half of the sources. */
function countHalf(toBuildOn: boolean) {
  const count = newCount();
  for (const id of new Set(sources.map((source) => source.id))) {
    const { title = "" } = sources.findLast((source) => source.id === id) ?? {};
    const said = factsOf(id);
    if (isToBuildOn(id) !== toBuildOn || said.length === 0) continue;
    const sentences = new Set(said.map(({ quotation }) => quotation?.text ?? ""));
    const text = [title, ...sentences]
      .map((words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`)
      .join("\n");
    compare(id, text, said, count, mode === (toBuildOn ? "read" : "judge"));
  }
  return count;
}

/** What is found and proposed of the whole articles in a folder. */
async function countArticles(folder: string) {
  const count = newCount();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".txt"))) {
    const id = path.basename(file, ".txt");
    compare(id, await readFile(path.join(folder, file), "utf8"), factsOf(id), count, true);
  }
  return count;
}

const counts = ["", "read", "judge"].includes(mode)
  ? { "to build on": countHalf(true), unread: countHalf(false) }
  : { "whole articles": await countArticles(mode) };
const shares = Object.entries(counts).map(([texts, count]) => [
  texts,
  ...Object.values(count).map(String),
  `${Math.round((100 * count.found) / count.recorded)}%`,
  `${Math.round((100 * count.found) / count.named)}%`,
]);
console.log(
  formatColumns([
    [
      ...["texts", "sources", "recorded", "subject named", "found", "proposed", "of them recorded"],
      ...["found of recorded", "of named"],
    ],
    ...shares,
  ]),
);
