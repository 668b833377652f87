// `npm run --silent mcp -- --tracker https://tracker.example.org`: a read-only server of the Model Context Protocol on standard
// input and output, for assistants that answer questions about the zones. It reads the API of a running tracker.
import { parseArgs } from "node:util";
import { type CallToolResult, McpServer } from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import * as z from "zod";
import { ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { CHANGE_KINDS } from "@/lib/changes/change-kinds";
import { learnedAddress } from "@/lib/changes/news-address";
import { ANSWER_SCHEMAS } from "@/lib/contract/answer-schemas";
import { ROW_KEYS } from "@/lib/evidence/row";
import { FILTERS } from "@/lib/query/filters";
import { englishText } from "@/lib/text/english-text";
import packageFile from "@/package.json";

const { values: options } = parseArgs({
  options: { tracker: { type: "string", default: "http://localhost:3000" } },
});
const TRACKER = readTracker(options.tracker);

/** Scheme and host of the tracker; ends the program where there are none. */
function readTracker(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  console.error(
    `--tracker ${address} is no address. Give one such as https://tracker.example.org.`,
  );
  process.exit(1);
}

/** Milliseconds that an answer of the tracker may take. */
const TIMEOUT = 30_000;
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

/** What the tracker refused, in the words of its API. */
class Refusal extends Error {}

/** An answer of the API. @throws Refusal with what to do */
async function read<S extends z.ZodType>(
  schema: S,
  path: string,
  params: Readonly<Record<string, string | undefined>>,
): Promise<z.output<S>> {
  const given = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const address = `${TRACKER}/api/v1/${path}?${new URLSearchParams(given)}`;
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT) }).catch(() => {
    throw new Refusal(
      `${TRACKER} does not answer. Start the tracker, or name another with --tracker.`,
    );
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return schema.parse(body);
  const problem = z.object({ detail: z.string() }).safeParse(body);
  throw new Refusal(problem.success ? problem.data.detail : `Status ${response.status}.`);
}

/** The address of a page that shows the same for ever. */
function permanentAddress(
  path: string,
  { asOf, knownOn }: { readonly asOf: string; readonly knownOn: string },
  params: Readonly<Record<string, string>> = {},
): string {
  return `${TRACKER}${path}?${new URLSearchParams({ ...params, asOf, knownOn })}`;
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

const slug = z.string().describe("Slug of a zone, such as dhabeji-sez; search finds it");
const field = z.enum(ZONE_FIELD_KEYS);
/** A field, or what is worked out about progress. */
const column = z.enum(ROW_KEYS);
const moment = {
  asOf: z.iso.date().optional().describe("The day to show; today if left out"),
  knownOn: z.string().optional().describe("What was known at this revision, such as r1"),
};
const limit = z.int().min(1).max(MOST_ROWS).default(20);

const server = new McpServer(
  { name: "cpec-sez-tracker", version: packageFile.version },
  {
    instructions: [
      "Special economic zones of Pakistan under CPEC: which become operational, who invests, what depends on China.",
      "null is unknown: there is no evidence, or a source says that the value is not known. It does not mean zero or no. “not-applicable” is a value of its own.",
      "The announced zones, which are the default scope, include candidates: a zone with cohort “unconfirmed” has no confirmed approval. Do not call it approved.",
      "Say when a zone reached its progress (progressSince, at the latest) and when that was last reported (progressLastReported). Progress with progressImplied follows from the firms that produce in the zone.",
      "A value whose mark is “contested” is disputed: name the other values too. A weak value has weak evidence.",
      "Cite permanentAddress with the source. The tracker takes no side on disputed territory.",
    ].join(" "),
  },
);

/** Parameters of the API that are no filters: a tool has its own for them. */
const APART = ["asOf", "knownOn", "fields", "limit", "offset"];

const READ_ONLY = { readOnlyHint: true, openWorldHint: false };

server.registerTool(
  "search",
  {
    title: "Search",
    description:
      "Zones, firms, events, sources, terms and pages by their words; misspelled names are found too.",
    inputSchema: z.object({ q: z.string().min(1).max(200), limit }),
    annotations: READ_ONLY,
  },
  ({ q, limit: most }) =>
    answer(async () => {
      const { data } = await read(ANSWER_SCHEMAS.search, "search", { q, limit: String(most) });
      return { results: data.map((hit) => ({ ...hit, address: TRACKER + hit.path })) };
    }),
);

server.registerTool(
  "find_zones",
  {
    title: "Find zones",
    description: `Zones that match filters, one row each. Filters: ${FILTERS.map(({ key }) => key).join(", ")}, scope, q, readinessMin. Several values of a filter are separated by commas; “unknown” finds zones without a known value.`,
    inputSchema: z.object({
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
    inputSchema: z.object({ zone: slug, field, ...moment }),
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
    inputSchema: z.object({
      zones: z.array(slug).min(2).max(MOST_COMPARED),
      fields: z.array(column).min(1),
      ...moment,
    }),
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
    inputSchema: z.object({
      from: z.iso.date(),
      to: z.iso.date().optional().describe("Today if left out"),
      zone: slug.optional(),
      province: z.string().optional(),
      kind: z.array(z.enum(CHANGE_KINDS)).optional(),
      limit,
    }),
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
        permanentAddress: `${TRACKER}${learnedAddress(Object.entries(shown))}`,
      };
    }),
);

await server.connect(new StdioServerTransport());
