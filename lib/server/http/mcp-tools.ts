import { type CallToolResult, McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import { FIELD_KEYS, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { SUBJECTS_OF_FACTS } from "@/lib/catalogue/kinds";
import { listTerms } from "@/lib/catalogue/vocabularies";
import { CHANGE_KINDS } from "@/lib/changes/change-kinds";
import { learnedAddress } from "@/lib/changes/news-address";
import { ANSWER_SCHEMAS, DOCUMENT_SCHEMAS } from "@/lib/contract/answer-schemas";
import { METHOD } from "@/lib/contract/meta";
import { ROW_KEYS } from "@/lib/evidence/row";
import { CONDITIONS_OF_TABLE, type DayTableName } from "@/lib/formats/day-tables";
import { findNearest } from "@/lib/query/edit-distance";
import { FILTERS, UNKNOWN } from "@/lib/query/filters";
import { STANDINGS } from "@/lib/readiness/standing";
import { englishText } from "@/lib/text/english-text";

/** Where the tools read: the API of a running tracker, or its handlers in the same process. */
export interface McpSource {
  /** Scheme and host of the tracker, for addresses in answers. */
  readonly origin: string;
  /** The answer to GET of an address. @throws Refusal with what to do if there is none */
  readonly fetch: (address: string) => Promise<Response>;
}

/** What the tracker refused, in the words of its API. */
export class Refusal extends Error {}

/** Zones and changes in an answer that an assistant can read. */
const MOST_ROWS = 100;
/** Zones that are compared side by side, as on the page. */
const MOST_COMPARED = 10;

/** The parts of a value that lead to its sources; the others are passed on. */
const SHOWN_VALUE = z.looseObject({
  /** Null: nothing was found. */
  sourceId: z.string().nullable(),
  rivals: z.array(z.looseObject({ sourceId: z.string() })),
});

/** Reads answers of the API. @throws Refusal with what to do */
function createReader({ origin, fetch }: McpSource) {
  return async <S extends z.ZodType>(
    schema: S,
    path: string,
    params: Readonly<Record<string, string | undefined>>,
  ): Promise<z.output<S>> => {
    const given = Object.entries(params).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    const response = await fetch(`${origin}/api/v1/${path}?${new URLSearchParams(given)}`);
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return schema.parse(body);
    const problem = z.object({ detail: z.string() }).safeParse(body);
    throw new Refusal(problem.success ? problem.data.detail : `Status ${response.status}.`);
  };
}

/** The result of a tool: its answer, or what was refused. */
async function answer(work: () => Promise<Record<string, unknown>>): Promise<CallToolResult> {
  try {
    const found = await work();
    return {
      content: [{ type: "text", text: JSON.stringify(found) }],
      structuredContent: found,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { content: [{ type: "text", text: error.message }], isError: true };
  }
}

/** An object of arguments; one that it does not have is refused with the nearest name. */
function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") return undefined;
      const [key = ""] = issue.keys;
      const nearest = findNearest(key, names);
      const near = nearest === null ? "" : ` Did you mean “${nearest}”?`;
      return `There is no argument “${key}”.${near} Arguments: ${names.join(", ")}.`;
    },
  });
}

const slug = z.string().describe("Slug of a zone, such as dhabeji-sez; search finds it");
const field = z.enum(ZONE_FIELD_KEYS);
/** A field, or what is worked out about progress. */
const column = z.enum(ROW_KEYS);
const moment = {
  asOf: z.iso.date().optional().describe("The day to show; today if left out"),
  knownOn: z.string().optional().describe("What was known at this revision, such as r1"),
};
const limit = z.int().min(1).max(MOST_ROWS).default(20);

/** Row of an answer: the columns of a table, or the fields of the API. */
const row = z.record(z.string(), z.unknown());

/** Rows under a name, how many match, and the address to cite. */
const rowsOf = (name: string) =>
  z.strictObject({
    [name]: z.array(row),
    matched: z.number(),
    permanentAddress: z.string(),
  });

/** The conditions of tables as arguments. */
const CONDITION_ARGUMENTS = {
  zone: z.array(slug).min(1).optional(),
  province: z
    .array(z.enum([...listTerms("province").map(({ value }) => value), UNKNOWN]))
    .min(1)
    .optional(),
  field: z.array(z.enum(FIELD_KEYS)).min(1).optional(),
  about: z.array(z.enum(SUBJECTS_OF_FACTS)).min(1).optional(),
};

/** The tools that list the rows of a table. */
const TABLE_TOOLS = [
  [
    "list_values",
    "evidence",
    "The displayed values of zones and firms, each with date, source, quotation, support and what contradicts it. Begin here for a question about facts.",
  ],
  [
    "list_firms",
    "tenancies",
    "Firms in zones with stage, sector, country of registration and owner, partners, investment, jobs and source.",
  ],
  [
    "list_targets",
    "targets",
    "Announced target dates (power, gas, first phase, operation): date, when set, moved to, outcome and days late. latest: the present target of its kind.",
  ],
  [
    "list_readiness",
    "readiness",
    "What each indicator gave to the confirmed readiness score of a zone in each year, and whether a change was progress or knowledge (cause).",
  ],
  ["list_events", "events", "Dated events: policy, approval, construction, utilities, agreements."],
  [
    "list_sources",
    "sources",
    "Sources with publisher, date and address, and how many claims cite each.",
  ],
  [
    "list_coverage",
    "coverage",
    "Every field of every zone: known or unknown, how old, how many publishers.",
  ],
] as const satisfies readonly (readonly [string, DayTableName, string])[];

/** Parameters of the API that are no filters: a tool has its own for them. */
const APART = ["asOf", "knownOn", "fields", "limit", "offset"];

const READ_ONLY = { readOnlyHint: true, openWorldHint: false };

/**
 * A read-only server of the Model Context Protocol for assistants that answer questions about the zones. It keeps nothing
 * between calls.
 */
export function createMcpServer(source: McpSource): McpServer {
  const { origin } = source;
  const read = createReader(source);
  /** The address of a page that shows the same for ever. */
  const permanentAddress = (
    path: string,
    { asOf, knownOn }: { readonly asOf: string; readonly knownOn: string },
    params: Readonly<Record<string, string | undefined>> = {},
  ): string => {
    const given = Object.entries({ ...params, asOf, knownOn }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    return `${origin}${path}?${new URLSearchParams(given)}`;
  };
  const server = new McpServer(
    { name: "cpec-sez-tracker", version: `1.${METHOD}` },
    {
      instructions: [
        "Special economic zones of Pakistan under CPEC: which become operational, who invests, what depends on China.",
        "null is unknown: there is no evidence, or a source says that the value is not known. It does not mean zero or no. “not-applicable” is a value of its own.",
        "The announced zones, which are the default scope, include candidates: a zone with cohort “unconfirmed” has no confirmed approval. Do not call it approved.",
        "Begin with list_values: the evidence table has values, dates, sources and what contradicts them.",
        "Say when a zone reached its progress (progressSince, at the latest) and when that was last reported (progressLastReported). Progress with progressImplied follows from the firms that produce in the zone.",
        "A value whose mark is “contested” is disputed: name the other values too. A weak value has weak evidence.",
        "Cite permanentAddress with the source. The tracker takes no side on disputed territory.",
      ].join(" "),
    },
  );
  server.registerTool(
    "search",
    {
      title: "Search",
      description:
        "Zones, firms, events, sources, terms and pages by their words; misspelled names are found too.",
      inputSchema: strict({ q: z.string().min(1).max(200), limit }),
      outputSchema: z.strictObject({ results: z.array(row) }),
      annotations: READ_ONLY,
    },
    ({ q, limit: most }) =>
      answer(async () => {
        const { data } = await read(ANSWER_SCHEMAS.search, "search", { q, limit: String(most) });
        return { results: data.map((hit) => ({ ...hit, address: origin + hit.path })) };
      }),
  );

  server.registerTool(
    "find_zones",
    {
      title: "Find zones",
      description: `Zones that match filters, one row each. Filters: ${FILTERS.map(({ key }) => key).join(", ")}, scope, q, readinessMin. Several values of a filter are separated by commas; “unknown” finds zones without a known value.`,
      inputSchema: strict({
        filters: z.record(z.string(), z.string().max(2000)).default({}),
        fields: z
          .array(column)
          .min(1)
          .default([
            ...(["name", "province", "legalStatus", "status", "standing"] as const),
            ...(["progressSince", "progressLastReported"] as const),
          ]),
        ...moment,
        limit,
      }),
      outputSchema: rowsOf("zones"),
      annotations: READ_ONLY,
    },
    ({ filters, fields, asOf, knownOn, limit: most }) =>
      answer(async () => {
        const apart = APART.find((name) => Object.hasOwn(filters, name));
        if (apart) throw new Refusal(`Give ${apart} beside the filters, not in them.`);
        const { data, meta } = await read(ANSWER_SCHEMAS.someFields, "zones", {
          ...filters,
          fields: fields.join(","),
          asOf,
          knownOn,
          limit: String(most),
        });
        return {
          zones: data,
          matched: meta.matched,
          permanentAddress: permanentAddress("/zones", meta, filters),
        };
      }),
  );

  server.registerTool(
    "get_value",
    {
      title: "Value with evidence",
      description:
        "One value of a zone with its date, source, quotation, support and the reports that contradict it.",
      inputSchema: strict({ zone: slug, field, ...moment }),
      outputSchema: z.looseObject({
        zone: z.string(),
        field,
        value: z.unknown(),
        permanentAddress: z.string(),
      }),
      annotations: READ_ONLY,
    },
    ({ zone, field: key, ...at }) =>
      answer(async () => {
        const { data, meta } = await read(
          ANSWER_SCHEMAS.zone,
          `zones/${encodeURIComponent(zone)}`,
          at,
        );
        const { rivals, ...shown } = SHOWN_VALUE.parse(data.fields[key]);
        const getSource = async (id: string) => {
          const { data: source } = await read(
            ANSWER_SCHEMAS.source,
            `sources/${encodeURIComponent(id)}`,
            { asOf: at.asOf, knownOn: at.knownOn },
          );
          const { title, publisher, url, publishedOn } = source;
          return { id, title, publisher, url, publishedOn };
        };
        return {
          zone,
          field: key,
          label: englishText.fieldLabel(key),
          definition: englishText.fieldDefinition(key),
          ...shown,
          ...(key === "status" ? { progress: data.progress } : {}),
          source: shown.sourceId === null ? null : await getSource(shown.sourceId),
          otherReports: await Promise.all(
            rivals.map(async (rival) => ({ ...rival, source: await getSource(rival.sourceId) })),
          ),
          permanentAddress: `${permanentAddress(`/zones/${zone}`, meta)}#ledger-${key}`,
        };
      }),
  );

  server.registerTool(
    "compare_zones",
    {
      title: "Compare zones",
      description: "Some fields of several zones side by side, with their readiness scores.",
      inputSchema: strict({
        zones: z.array(slug).min(2).max(MOST_COMPARED),
        fields: z.array(column).min(1),
        ...moment,
      }),
      outputSchema: z.strictObject({ zones: z.array(row), permanentAddress: z.string() }),
      annotations: READ_ONLY,
    },
    ({ zones, fields, asOf, knownOn }) =>
      answer(async () => {
        const { data, meta } = await read(ANSWER_SCHEMAS.someFields, "zones", {
          scope: "all",
          zones: zones.join(","),
          fields: fields.join(","),
          asOf,
          knownOn,
        });
        return {
          zones: data,
          permanentAddress: permanentAddress("/compare", meta, { zones: zones.join(",") }),
        };
      }),
  );

  server.registerTool(
    "list_changes",
    {
      title: "List changes",
      description:
        "What changed between two days, newest first: progress, setbacks, new information and disputes.",
      inputSchema: strict({
        from: z.iso.date(),
        to: z.iso.date().optional().describe("Today if left out"),
        zone: slug.optional(),
        province: z.string().optional(),
        kind: z.array(z.enum(CHANGE_KINDS)).optional(),
        limit,
      }),
      outputSchema: rowsOf("changes"),
      annotations: READ_ONLY,
    },
    ({ kind, limit: most, ...conditions }) =>
      answer(async () => {
        const { data, meta } = await read(ANSWER_SCHEMAS.changes, "changes", {
          ...conditions,
          kind: kind?.join(","),
          limit: String(most),
        });
        const { from, to } = meta;
        const shown = {
          from: from.asOf,
          to: to.asOf,
          knownOn: to.knownOn,
          ...(conditions.zone === undefined ? {} : { zone: conditions.zone }),
          ...(conditions.province === undefined ? {} : { province: conditions.province }),
        };
        return {
          changes: data,
          matched: meta.matched,
          permanentAddress: `${origin}${learnedAddress(Object.entries(shown))}`,
        };
      }),
  );

  for (const [name, table, what] of TABLE_TOOLS) {
    const conditions = CONDITIONS_OF_TABLE[table];
    const shape = Object.fromEntries(
      Object.entries(CONDITION_ARGUMENTS).filter(([key]) =>
        conditions.some((condition) => condition === key),
      ),
    );
    server.registerTool(
      name,
      {
        title: englishText.t(`files.table.${table}.summary`),
        description: what,
        inputSchema: strict({ ...shape, ...moment, limit, offset: z.int().min(0).default(0) }),
        outputSchema: rowsOf("rows"),
        annotations: READ_ONLY,
      },
      (given: Readonly<Record<string, unknown>>) =>
        answer(async () => {
          const params = Object.fromEntries(
            Object.entries(given).map(([key, value]) => [
              key,
              value === undefined ? undefined : String(value),
            ]),
          );
          const { data, meta } = await read(DOCUMENT_SCHEMAS.table, `tables/${table}.json`, params);
          const { asOf: _, knownOn: __, ...others } = params;
          return {
            rows: data,
            matched: meta.matched,
            permanentAddress: permanentAddress(`/api/v1/tables/${table}.json`, meta, others),
          };
        }),
    );
  }

  server.registerTool(
    "count_standings",
    {
      title: "Standing of zones",
      description: `How many announced zones are at each standing (${STANDINGS.join(", ")}), and which. Running: a firm was reported producing in the last 2 years.`,
      inputSchema: strict({ province: CONDITION_ARGUMENTS.province, ...moment }),
      outputSchema: z.strictObject({
        standings: z.record(
          z.enum(STANDINGS),
          z.strictObject({ count: z.number(), zones: z.array(z.string()) }),
        ),
        matched: z.number(),
        permanentAddress: z.string(),
      }),
      annotations: READ_ONLY,
    },
    ({ province, asOf, knownOn }) =>
      answer(async () => {
        const conditions = province ? { province: province.join(",") } : {};
        const { data, meta } = await read(ANSWER_SCHEMAS.someFields, "zones", {
          ...conditions,
          fields: "standing",
          asOf,
          knownOn,
          limit: "1000",
        });
        const standings = Object.fromEntries(
          STANDINGS.map((standing) => {
            const zones = data.flatMap((one) => (one.standing === standing ? one.slug : []));
            return [standing, { count: zones.length, zones }];
          }),
        );
        return {
          standings,
          matched: meta.matched,
          permanentAddress: permanentAddress("/zones", meta, conditions),
        };
      }),
  );
  return server;
}
