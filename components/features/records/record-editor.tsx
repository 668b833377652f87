"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { PartField, type RecordOptions } from "@/components/entry/record-fields";
import { DeskForm, usePost } from "@/components/layout/desk-form";
import { UnfinishedDrafts } from "@/components/layout/unfinished-drafts";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { uuidV7 } from "@/lib/client/send-changes";
import {
  findTabDrafts,
  forgetTabDraft,
  keepTabDraft,
  type TabDraft,
} from "@/lib/client/tab-drafts";
import { draftsOf } from "@/lib/client/unsaved-work";
import { chooseFreeId, toSlug } from "@/lib/entry/slug";
import { chooseSourceId, findSourceAt, type SourceContent } from "@/lib/entry/source-address";
import { sourcePath } from "@/lib/evidence/addresses";
import { SOURCE_KINDS } from "@/lib/evidence/ledger-records";
import { foldName } from "@/lib/records/duplicates";
import {
  type BasedDraft,
  createBasedDraft,
  emptyDraft,
  listDraftFaults,
  listTyped,
  moveToPresent,
  type RecordDraft,
  readBasedDraft,
  readDraft,
  toDraft,
} from "@/lib/records/record-draft";
import { type PartKey, RECORD_PARTS, type RecordKind } from "@/lib/records/record-kinds";
import type { PlainText } from "@/lib/text/plain-text";
import { usePlainText } from "@/lib/text/use-plain-text";
import { pakistanDay } from "@/lib/time/day";
import { recordPath } from "./record-paths";

interface RecordEditorProps extends EditedRecord {
  options: RecordOptions;
  /** The user, for a session that ends meanwhile. */
  email: string;
}

/** The form of a new record, or of a new version of one. What is typed stays in this browser until it is saved. */
export function RecordEditor({ options, email, ...record }: RecordEditorProps) {
  const { t, instant } = usePlainText();
  const editor = useRecordEditor(record);
  const element = useRef<HTMLFormElement>(null);
  const focus = useFocusWithin(element);
  const { kind, present } = record;
  const submit = async () => {
    await editor.submit();
    focus("[aria-invalid=true]");
  };
  const restart = (change: () => void) => {
    change();
    focus(":is(input, select, textarea)");
  };
  return (
    <DeskForm form={editor.form} email={email} isKept onSignedIn={() => void submit()}>
      <form
        ref={element}
        noValidate
        aria-label={t(present ? "records.changeTitle" : "records.addTitle", { kind })}
        className="grid max-w-[44rem] gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {editor.restored ? <Notice live>{t("desk.restored")}</Notice> : null}
        <UnfinishedDrafts
          drafts={editor.others}
          keyOf={({ id }) => id}
          labelOf={({ draft: { draft }, changedAt }) => {
            const name = (draft.title ?? draft.name ?? draft.label ?? "").trim();
            const at = instant(new Date(changedAt));
            return name === ""
              ? t("records.draftNoName", { at })
              : t("records.draft", { name, at });
          }}
          onResume={(other) => restart(() => editor.resume(other))}
        />
        {RECORD_PARTS[kind]
          .filter(({ later }) => present || !later)
          .map((part) => (
            <PartField
              key={`${part.key} ${editor.loaded}`}
              part={part}
              draft={editor.draft}
              fault={editor.faults[part.key]}
              present={editor.overtaken[part.key]}
              options={options}
              readOnly={editor.busy}
              onChange={(typed) => editor.change(part.key, typed)}
            />
          ))}
        {present ? (
          <TextField
            label={t("records.reason")}
            hint={t("records.reasonHint")}
            maxLength={4000}
            readOnly={editor.busy}
            value={editor.reason}
            onChange={editor.setReason}
            {...(editor.faults.reason ? { error: editor.faults.reason } : {})}
          />
        ) : null}
        {editor.sameAddress ? (
          <Notice
            tone="amber"
            live
            action={
              <Link className={buttonClass()} href={recordPath(kind, editor.sameAddress.id)}>
                {t("records.openSource")}
              </Link>
            }
          >
            {t("records.sameAddress", { name: editor.sameAddress.name })}
          </Notice>
        ) : null}
        {editor.similar.length > 0 ? (
          <Notice tone="amber" live>
            {t("records.similar", { names: editor.similar.join(", ") })}
          </Notice>
        ) : null}
        {editor.failure ? (
          <Notice tone="rust" live>
            {editor.failure}
          </Notice>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="main" aria-busy={editor.busy}>
            {t(present ? "records.save" : "records.add")}
          </Button>
          {editor.dirty && !editor.busy ? (
            <Button variant="quiet" onClick={() => restart(editor.discard)}>
              {t("records.discard")}
            </Button>
          ) : null}
        </div>
      </form>
    </DeskForm>
  );
}

const isTyped = (begun: BasedDraft) => begun.reason !== "" || listTyped(begun).length > 0;

/** The state of the form: what is typed, kept in this browser until it is saved, sending it, and the result. */
function useRecordEditor({ personId, kind, present, known }: EditedRecord) {
  const text = usePlainText();
  const { t } = text;
  const router = useRouter();
  const form = usePost(personId, t("records.conflict"));
  const { failure, setFailure } = form;
  const start = createBasedDraft(
    present ? toDraft(kind, present.content) : emptyDraft(kind),
    present?.version ?? 0,
  );
  /** What was typed last; null: nothing, and the form shows the present version. */
  const [typed, setTyped] = useState<BasedDraft | null>(null);
  const state = typed === null ? start : moveToPresent(typed, start);
  const [others, setOthers] = useState<readonly TabDraft<BasedDraft>[]>([]);
  const [restored, setRestored] = useState(false);
  const [loaded, setLoaded] = useState(0);
  const [submitted, setSubmitted] = useState(false);
  /** The form stays as it was saved until the next page is there. */
  const [isSaved, setSaved] = useState(false);
  const busy = form.busy || isSaved;
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [id, setId] = useState(uuidV7);
  const draftId = useRef("");
  const folder = `${draftsOf(personId)}record/${kind}/${encodeURIComponent(present?.id ?? "new")}`;

  useEffect(() => {
    const found = findTabDrafts(folder, readBasedDraft);
    draftId.current = found.own?.id ?? uuidV7();
    setOthers(found.others);
    if (!found.own) return;
    setTyped(found.own.draft);
    setRestored(true);
    setLoaded((count) => count + 1);
  }, [folder]);

  const set = (next: BasedDraft) => {
    // A new id: the old one may have been recorded with what was typed before.
    setId(uuidV7());
    setTyped(next);
    setFailure(null);
    setRefused({});
    if (isTyped(next)) keepTabDraft(folder, draftId.current, next);
    else forgetTabDraft(folder, draftId.current);
  };
  const change = (part: PartKey, words: string) => {
    // What is being saved is what the form shows.
    if (busy) return;
    const draft = { ...state.draft, [part]: words };
    const follows =
      kind === "zone" && part === "name" && state.draft.slug === proposeSlug(state.draft.name);
    set({ ...state, draft: follows ? { ...draft, slug: proposeSlug(words) } : draft });
  };
  const proposeSlug = (name = "") =>
    name.trim() === ""
      ? ""
      : chooseFreeId(toSlug(name), (slug) => known.some((one) => one.id === slug));
  const startAgain = (next: BasedDraft | null) => {
    setTyped(next);
    setLoaded((count) => count + 1);
    setRestored(next !== null);
    setSubmitted(false);
    setFailure(null);
    setRefused({});
  };

  const faults = describeFaults(text, kind, state, present !== null);
  const submit = async () => {
    if (busy) return;
    setSubmitted(true);
    if (Object.keys(faults).length > 0) return setFailure(t("records.incomplete"));
    const request = buildRequest({ kind, present, known, id, begun: state });
    if (request === null) return setFailure(t("records.unchanged"));
    const outcome = await form.post(request.address, request.body, request.method);
    if (outcome?.kind === "done") {
      setSaved(true);
      forgetTabDraft(folder, draftId.current);
      toast(t("records.saved"));
      router.push(request.next as Route);
      router.refresh();
    } else if (outcome?.kind === "conflict") {
      // The present version comes with the page; what is typed then moves to it.
      router.refresh();
    } else if (outcome !== null && "issues" in outcome) {
      setRefused(Object.fromEntries(outcome.issues.map((one) => [one.param, one.message])));
      // A record that has the id by now is then known.
      if (present === null) router.refresh();
    }
  };

  return {
    draft: state.draft,
    reason: state.reason,
    /** Counts the drafts that took the place of another, so that fields begin again with them. */
    loaded,
    change,
    setReason: (reason: string) => {
      if (!busy) set({ ...state, reason });
    },
    /** What is wrong with single fields; empty until the reader tries to save. */
    faults: { ...(submitted ? faults : {}), ...refused } as Readonly<Record<string, string>>,
    /** Names of records that may be the same. */
    similar: present ? [] : listSimilar(kind, state.draft, known),
    /** The source that has the web address of a new one. */
    sameAddress: present ? undefined : findAtAddress(kind, state.draft, known),
    /** The present values of the parts that are typed, where someone changed the record meanwhile. */
    overtaken: state.overtaken
      ? Object.fromEntries(listTyped(state).map((key) => [key, state.before[key] ?? ""]))
      : {},
    dirty: isTyped(state),
    /** Was what is typed restored after a reload or an ended session? */
    restored,
    /** Drafts of this form in other tabs and of earlier days, the latest first. */
    others,
    resume: (other: TabDraft<BasedDraft>) => {
      draftId.current = other.id;
      keepTabDraft(folder, other.id, other.draft);
      setOthers(findTabDrafts(folder, readBasedDraft).others);
      startAgain(other.draft);
    },
    discard: () => {
      forgetTabDraft(folder, draftId.current);
      startAgain(null);
    },
    failure: failure ?? (state.overtaken ? t("records.conflict") : null),
    busy,
    form,
    submit,
  };
}

function describeFaults(
  { t }: PlainText,
  kind: RecordKind,
  { draft, reason }: BasedDraft,
  needsReason: boolean,
): Record<string, string> {
  const today = pakistanDay(new Date());
  const faults = Object.entries(listDraftFaults(kind, draft, today)).map(([part, fault]) => [
    part,
    t(`records.fault.${fault}`),
  ]);
  const missing =
    needsReason && reason.trim() === "" ? [["reason", t("records.fault.reason")]] : [];
  return Object.fromEntries([...faults, ...missing]);
}

/** A record of the kind that is there already. */
interface KnownRecord {
  readonly id: string;
  readonly name: string;
  /** Its parts; empty where only its name matters. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** The record of a form. */
interface EditedRecord {
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
function buildRequest({ kind, present, known, id, begun }: RequestParts): Request | null {
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
function findAtAddress(
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
function listSimilar(
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
