import { chooseFreeId, toSlug } from "@/lib/entry/slug";
import { findSourceAt } from "@/lib/entry/source-address";
import { chooseSourceId, type SourceContent } from "@/lib/entry/source-id";
import { sourcePath } from "@/lib/evidence/addresses";
import { SOURCE_KINDS } from "@/lib/evidence/ledger-records";
import { foldName } from "@/lib/records/duplicates";
import { type BasedDraft, type RecordDraft, readDraft, toDraft } from "@/lib/records/record-draft";
import { RECORD_PARTS, type RecordKind } from "@/lib/records/record-kinds";

/** A record of the kind that is there already. */
interface KnownRecord {
  readonly id: string;
  readonly name: string;
  /** Its parts; empty where only its name matters. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** The record of a form. */
export interface EditedRecord {
  readonly personId: string;
  readonly kind: RecordKind;
  /** The record as it is; null: a new one. */
  readonly present: {
    readonly id: string;
    /** The revision of its version. */
    readonly version: number;
    readonly content: Readonly<Record<string, unknown>>;
  } | null;
  /** The records of the kind, for ids that are free, and names and addresses that are taken. */
  readonly known: readonly KnownRecord[];
}

/** What is sent, and where the form goes then. */
interface Request {
  readonly address: string;
  readonly method: "POST" | "PATCH";
  readonly body: unknown;
  /** The page to go to when it is recorded. */
  readonly next: string;
}

interface RequestParts extends Pick<EditedRecord, "kind" | "present" | "known"> {
  /** A new UUID, under which the request is recorded once. */
  readonly id: string;
  readonly begun: BasedDraft;
}

const PATHS: Readonly<Record<RecordKind, string>> = {
  zone: "zones",
  firm: "firms",
  event: "events",
  figure: "context",
  source: "sources",
};

/** What is sent; null where nothing is changed. */
export function buildRequest({ kind, present, known, id, begun }: RequestParts): Request | null {
  const content = readDraft(kind, begun.draft);
  if (!present) for (const { key, later } of RECORD_PARTS[kind]) if (later) delete content[key];
  const address = `/api/v1/${PATHS[kind]}`;
  const next = `/admin/records/${kind}`;
  if (present) {
    const before = readDraft(kind, begun.before);
    const changed = Object.fromEntries(
      RECORD_PARTS[kind].flatMap(({ key }) =>
        JSON.stringify(before[key]) === JSON.stringify(content[key]) ? [] : [[key, content[key]]],
      ),
    );
    if (Object.keys(changed).length === 0) return null;
    const { basedOn, reason } = begun;
    const isSource = kind === "source";
    return {
      address: `${address}/${encodeURIComponent(present.id)}`,
      method: isSource ? "POST" : "PATCH",
      body: { id, basedOn, reason: reason.trim(), ...changed },
      next: isSource ? sourcePath(present.id) : next,
    };
  }
  const method = "POST" as const;
  if (kind === "zone") {
    const { name, slug, cohort, sourceId, asOf, note } = content;
    const shared = {
      ...{ zone: slug, sourceId, asOf, note },
      ...{ origin: "independent", confidence: "medium" },
    };
    const claims = [
      { ...shared, id, field: "name", value: name },
      { ...shared, id: nextId(id), field: "cohort", value: cohort },
    ];
    return { address, method, body: { slug, claims }, next: `/admin/zones/${slug}/edit` };
  }
  if (kind === "firm") return { address, method, body: content, next };
  const body = {
    ...content,
    [kind === "figure" ? "key" : "id"]: chooseRecordId(kind, content, known),
  };
  return { address, method, body, next };
}

/** The id of a new event, figure or source. One with the same content keeps its id: it was recorded and is sent again. */
function chooseRecordId(
  kind: "event" | "figure" | "source",
  content: Readonly<Record<string, unknown>>,
  known: readonly KnownRecord[],
): string {
  const existing = new Map(
    known.map((one) => [one.id, readDraft(kind, toDraft(kind, one.content))]),
  );
  if (kind === "source") {
    const sources = new Map([...existing].map(([id, one]) => [id, toSource(one)]));
    return chooseSourceId(toSource(content), sources);
  }
  const words = (key: string) => String(content[key] ?? "");
  const named =
    kind === "event"
      ? `${words("date")} ${words("title")}`
      : `${words("label")} ${words("period")}`;
  const same = JSON.stringify(content);
  // Words in another script than Latin leave no letters.
  return chooseFreeId(toSlug(named, 70) || kind, (id) => {
    const taken = existing.get(id);
    return taken !== undefined && JSON.stringify(taken) !== same;
  });
}

function toSource(content: Readonly<Record<string, unknown>>): SourceContent {
  const textOf = (key: string) => (typeof content[key] === "string" ? content[key] : null);
  return {
    title: textOf("title") ?? "",
    publisher: textOf("publisher") ?? "",
    url: textOf("url"),
    publishedOn: textOf("publishedOn"),
    kind: SOURCE_KINDS.find((kind) => kind === content.kind) ?? "news",
  };
}

/** The id after an id, so that both claims of a zone are sent again under the same ids. */
function nextId(id: string): string {
  const last = Number.parseInt(id.slice(-4), 16);
  return id.slice(0, -4) + ((last + 1) % 0x10000).toString(16).padStart(4, "0");
}

/** The known record with the web address of a new source; undefined where there is none. */
export function findAtAddress(
  kind: RecordKind,
  draft: RecordDraft,
  known: readonly KnownRecord[],
): KnownRecord | undefined {
  if (kind !== "source") return undefined;
  const withUrl = known.map((record) => {
    const { url } = record.content;
    return { record, url: typeof url === "string" ? url : null };
  });
  return findSourceAt(draft.url ?? "", withUrl)?.record;
}

/** The names of known records with the same name, apart from case, accents and form words. */
export function listSimilar(
  kind: RecordKind,
  draft: RecordDraft,
  known: readonly KnownRecord[],
): readonly string[] {
  if (kind !== "zone" && kind !== "firm") return [];
  const typed = foldName(draft.name ?? "");
  if (typed.length < 4) return [];
  return known
    .filter(({ name }) => {
      const folded = foldName(name);
      return folded.includes(typed) || (folded.length > 3 && typed.includes(folded));
    })
    .map(({ name }) => name)
    .slice(0, 5);
}
