import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { toast } from "@/components/ui/toast";
import { postChanges, uuidV7 } from "@/lib/client/send-changes";
import { draftsOf } from "@/lib/client/unsaved-work";
import { foldName } from "@/lib/records/duplicates";
import {
  emptyDraft,
  freeSlug,
  listDraftFaults,
  type RecordDraft,
  readDraft,
  toDraft,
  toSlug,
} from "@/lib/records/record-draft";
import { type PartKey, RECORD_PARTS, type RecordKind } from "@/lib/records/record-kinds";
import type { PlainText } from "@/lib/text/plain-text";
import { usePlainText } from "@/lib/text/use-plain-text";

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
  /** Names and ids of the records of the kind, for ids that are free and names that are taken. */
  readonly known: readonly { readonly id: string; readonly name: string }[];
}

/** What is kept in the browser. */
interface Kept {
  readonly draft: RecordDraft;
  readonly reason: string;
  readonly basedOn: number;
}

const PATHS: Readonly<Record<RecordKind, string>> = {
  zone: "zones",
  firm: "firms",
  event: "events",
  figure: "context",
  source: "sources",
};

/** The state of the form: what is typed, kept in this browser until it is saved, sending it, and the result. */
export function useRecordEditor({ personId, kind, present, known }: EditedRecord) {
  const text = usePlainText();
  const { t } = text;
  const router = useRouter();
  const start = present ? toDraft(kind, present.content) : emptyDraft(kind);
  const version = present?.version ?? 0;
  const [state, setState] = useState<Kept>({ draft: start, reason: "", basedOn: version });
  const [loaded, setLoaded] = useState(0);
  const [submitted, setSubmitted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [signedOut, setSignedOut] = useState(false);
  const [id, setId] = useState(uuidV7);
  const key = `${draftsOf(personId)}record/${kind}/${present?.id ?? "new"}`;

  useEffect(() => {
    const kept = readKept(key);
    if (!kept) return;
    setState(kept);
    setLoaded((count) => count + 1);
  }, [key]);

  const set = (next: Kept) => {
    // A new id: the old one may have been recorded with what was typed before.
    setId(uuidV7());
    setState(next);
    setFailure(null);
    setRefused({});
    keep(key, next);
  };
  const change = (part: PartKey, typed: string) => {
    const draft = { ...state.draft, [part]: typed };
    const follows =
      kind === "zone" && part === "name" && state.draft.slug === proposeSlug(state.draft.name);
    set({ ...state, draft: follows ? { ...draft, slug: proposeSlug(typed) } : draft });
  };
  const proposeSlug = (name = "") =>
    name.trim() === "" ? "" : freeSlug(toSlug(name), new Set(known.map((one) => one.id)));

  const faults = describeFaults(text, kind, state, present !== null);
  const submit = async () => {
    if (busy) return;
    setSubmitted(true);
    if (Object.keys(faults).length > 0) return setFailure(t("records.incomplete"));
    const request = buildRequest({ kind, present, known, id, ...state });
    if (request === null) return setFailure(t("records.unchanged"));
    setBusy(true);
    setFailure(null);
    const outcome = await postChanges(t, request.address, request.body, request.method);
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        keep(key, null);
        toast(t("records.saved"));
        router.push(request.next as Route);
        return router.refresh();
      case "signed-out":
        return setSignedOut(true);
      case "conflict":
        // Based on the present version, which the page shows now, once the reader saves again.
        router.refresh();
        setState({ ...state, basedOn: version });
        return setFailure(t("records.conflict"));
      case "id-reused":
      case "invalid":
        setRefused(Object.fromEntries(outcome.issues.map((one) => [one.param, one.message])));
        return setFailure(outcome.issues.map(({ message }) => message).join(" "));
      default:
        return setFailure(outcome.message);
    }
  };

  return {
    draft: state.draft,
    reason: state.reason,
    /** Counts the drafts taken from the browser, so that fields begin again with them. */
    loaded,
    change,
    setReason: (reason: string) => set({ ...state, reason }),
    /** What is wrong with single fields; empty until the reader tries to save. */
    faults: { ...(submitted ? faults : {}), ...refused } as Readonly<Record<string, string>>,
    /** Names of records that may be the same. */
    similar: present ? [] : listSimilar(kind, state.draft, known),
    dirty: JSON.stringify(state.draft) !== JSON.stringify(start) || state.reason !== "",
    discard: () => {
      keep(key, null);
      setState({ draft: start, reason: "", basedOn: version });
      setLoaded((count) => count + 1);
      setSubmitted(false);
      setFailure(null);
      setRefused({});
    },
    failure,
    busy,
    signedOut,
    closeSignIn: () => setSignedOut(false),
    submit,
  };
}

function describeFaults(
  { t }: PlainText,
  kind: RecordKind,
  { draft, reason }: Kept,
  needsReason: boolean,
): Record<string, string> {
  const faults = Object.entries(listDraftFaults(kind, draft)).map(([part, fault]) => [
    part,
    t(`records.fault.${fault}`),
  ]);
  const missing =
    needsReason && reason.trim() === "" ? [["reason", t("records.fault.reason")]] : [];
  return Object.fromEntries([...faults, ...missing]);
}

/** The names of known records with the same name, apart from case, accents and form words. */
function listSimilar(
  kind: RecordKind,
  draft: RecordDraft,
  known: EditedRecord["known"],
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

interface Request {
  readonly address: string;
  readonly method: "POST" | "PATCH";
  readonly body: unknown;
  /** The page to go to when it is recorded. */
  readonly next: string;
}

/** What is sent; null where nothing is changed. */
function buildRequest({
  kind,
  present,
  known,
  id,
  draft,
  reason,
  basedOn,
}: Pick<EditedRecord, "kind" | "present" | "known"> &
  Kept & { readonly id: string }): Request | null {
  const content = readDraft(kind, draft);
  const address = `/api/v1/${PATHS[kind]}`;
  if (present) {
    const before = readDraft(kind, toDraft(kind, present.content));
    const changed = Object.fromEntries(
      RECORD_PARTS[kind].flatMap(({ key }) =>
        JSON.stringify(before[key]) === JSON.stringify(content[key]) ? [] : [[key, content[key]]],
      ),
    );
    if (Object.keys(changed).length === 0) return null;
    return {
      address: `${address}/${encodeURIComponent(present.id)}`,
      method: "PATCH",
      body: { id, basedOn, reason: reason.trim(), ...changed },
      next: `/admin/records/${kind}`,
    };
  }
  const taken = new Set(known.map((one) => one.id));
  const next = `/admin/records/${kind}`;
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
  const named = proposeId(kind, content) || `${kind}-${id.slice(0, 8)}`;
  const body = { ...content, [kind === "figure" ? "key" : "id"]: freeSlug(named, taken) };
  return { address, method, body, next };
}

function proposeId(kind: RecordKind, content: Readonly<Record<string, unknown>>): string {
  const words = (key: string) => String(content[key] ?? "");
  if (kind === "event") return toSlug(`${words("date")} ${words("title")}`, 70);
  if (kind === "figure") return toSlug(`${words("label")} ${words("period")}`, 70);
  return toSlug(`${words("publisher")} ${words("publishedOn")} ${words("title")}`, 70);
}

/** The id after an id, so that both claims of a zone are sent again under the same ids. */
function nextId(id: string): string {
  const last = Number.parseInt(id.slice(-4), 16);
  return id.slice(0, -4) + ((last + 1) % 0x10000).toString(16).padStart(4, "0");
}

function readKept(key: string): Kept | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : JSON.parse(kept);
  } catch {
    // Storage is switched off, or it was kept by an older form.
    return null;
  }
}

/** Keeps what is typed, or forgets it; where the browser's storage is switched off or full, it stays on the page only. */
function keep(key: string, kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Nothing to do: the page still has it.
  }
}
