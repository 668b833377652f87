"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { fieldClass, Labelled, TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { valueWords } from "@/components/zone/value-words";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { useLive } from "@/lib/client/live";
import type { Day } from "@/lib/registry/day";
import { type Claim, ORIGINS, type Source, type Tenancy } from "@/lib/registry/facts";
import { previewOf, type ZoneEvidence } from "@/lib/registry/preview";
import { resolve } from "@/lib/registry/resolve";
import { type PackedRow, unpackRow } from "@/lib/registry/row";
import { checkDraft, type Faults, serverFaults } from "./check-draft";
import { ConflictNotice } from "./conflict-notice";
import { type DraftItem, dateFault, emptyItem, heldFrom, isTouched, requestOf } from "./draft";
import { FieldPicker } from "./field-picker";
import { ItemEditor } from "./item-editor";
import { LeftBehind } from "./left-behind";
import { PreviewPanel } from "./preview-panel";
import { save } from "./save";
import { SavedNotice } from "./saved-notice";
import { SourcePicker } from "./source-picker";
import { useDraft } from "./use-draft";

const SignInAgain = dynamic(() => import("./sign-in-again").then((m) => m.SignInAgain));

/** Props of the form. */
export interface RecordFormProps {
  slug: string;
  name: string;
  email: string;
  today: Day;
  version: number;
  rows: readonly PackedRow[];
  evidence: ZoneEvidence;
  tenancies: readonly Tenancy[];
  sources: readonly Source[];
}

/** The fields that a report most often speaks of; any other is added by its name. */
const USUAL: readonly FieldKey[] = ["status", "legalStatus"];

/**
 * Records claims on a zone from one source: what each step demands, what will change, and what to do
 * when somebody else was faster. Everything typed survives reload, an ended session and a lost connection.
 */
export function RecordForm(props: RecordFormProps) {
  const { slug, name, today, version, evidence, tenancies } = props;
  const router = useRouter();
  const { draft, setDraft, restored, others, takeUp, clear } = useDraft(slug);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [fromServer, setFromServer] = useState<ReadonlyMap<string, Faults>>(new Map());
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Claim | null>>(new Map());
  const [saved, setSaved] = useState<readonly string[] | null>(null);
  const sending = useRef(false);
  const form = useRef<HTMLFormElement>(null);

  // Somebody else's write arrives as new evidence; what is typed here stays as it is.
  useLive({
    onVersion: (now) => {
      if (now > version) router.refresh();
    },
  });

  const sources = useMemo(() => new Map(props.sources.map((s) => [s.id, s])), [props.sources]);
  const rows = useMemo(() => props.rows.map(unpackRow), [props.rows]);
  const row = rows.find((item) => item.slug === slug);
  const moment = useMemo(() => ({ asOf: today, knownOn: version }), [today, version]);
  const shownOf = (item: Pick<DraftItem, "field" | "tenancy">) =>
    resolve(fieldSpec(item.field), evidenceOn(evidence, item), moment);

  const checked = useMemo(
    () => (row ? checkDraft(draft, slug, row.values) : null),
    [draft, slug, row],
  );
  const preview = useMemo(
    () =>
      checked && checked.claims.length > 0
        ? previewOf(
            rows,
            slug,
            evidence,
            checked.claims,
            (claim) => heldFrom(claim, draft, sources, today),
            moment,
          )
        : null,
    [checked, rows, slug, evidence, draft, sources, today, moment],
  );
  if (!row || !checked) return null;

  const change = (id: string, part: Partial<DraftItem>) => {
    setDraft((d) => ({
      ...d,
      items: d.items.map((item) => (item.id === id ? { ...item, ...part } : item)),
    }));
    setFromServer((all) => without(all, id));
  };
  const remove = (id: string) => {
    setDraft((d) => ({ ...d, items: d.items.filter((item) => item.id !== id) }));
    setConflicts((all) => without(all, id));
  };
  const add = (field: FieldKey, tenancy: string | null) => {
    const basedOn = shownOf({ field, tenancy }).evidence?.claim.id ?? null;
    setDraft((d) => ({ ...d, items: [...d.items, emptyItem(field, tenancy, basedOn)] }));
  };
  /** What shows has changed since the item was begun: from the server's refusal, or from the live stream. */
  const conflictOf = (item: DraftItem): Claim | null | undefined => {
    if (conflicts.has(item.id)) return conflicts.get(item.id);
    const now = shownOf(item).evidence?.claim ?? null;
    return (now?.id ?? null) === item.basedOn || now?.id === item.id ? undefined : now;
  };
  const keep = (item: DraftItem, current: Claim | null) => {
    change(item.id, { basedOn: current?.id ?? null });
    setConflicts((all) => without(all, item.id));
  };

  const submit = async () => {
    setAsked(true);
    if (!checked.ready) {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
      );
      return;
    }
    // A second click before the answer would be harmless, since ids record once; it is just not sent.
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setFailure(null);
    const outcome = await save("/api/v1/claims", requestOf(draft, checked.claims));
    sending.current = false;
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        setSaved(checked.claims.map(({ id }) => id));
        setConflicts(new Map());
        setFromServer(new Map());
        setAsked(false);
        setSignedOut(false);
        clear();
        router.refresh();
        toast(`Recorded on ${name}`);
        return;
      case "conflict":
        setConflicts(
          new Map(
            outcome.conflicts.flatMap(({ index, current }) => {
              const id = checked.claims[index]?.id;
              return id ? [[id, current] as const] : [];
            }),
          ),
        );
        setFailure(
          "Somebody recorded something else meanwhile. Nothing of yours was recorded yet; choose below.",
        );
        router.refresh();
        return;
      case "faults":
        setFromServer(serverFaults(outcome.faults, checked.claims));
        setFailure(outcome.faults.map(({ message }) => message).join(" "));
        return;
      case "signed-out":
        setSignedOut(true);
        return;
      case "refused":
      case "failed":
        setFailure(outcome.message);
    }
  };

  const sourceFaults = asked ? checked.sourceFaults : {};
  return (
    <form
      ref={form}
      noValidate
      className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
      }}
    >
      <div className="grid min-w-0 gap-4">
        {saved ? <SavedNotice slug={slug} claimIds={saved} onDone={() => setSaved(null)} /> : null}
        {restored ? (
          <Notice live action={<Button onClick={clear}>Begin anew</Button>}>
            What you had typed is here again.
          </Notice>
        ) : null}
        <LeftBehind others={others} onTakeUp={takeUp} />

        <section aria-labelledby="record-source" className="grid gap-3">
          <h2 id="record-source" className="title">
            The source
          </h2>
          <SourcePicker
            sources={props.sources}
            sourceId={draft.sourceId}
            newSource={draft.newSource}
            onPick={(sourceId) => setDraft((d) => ({ ...d, sourceId }))}
            onNew={(newSource) => setDraft((d) => ({ ...d, newSource }))}
            faults={sourceFaults}
          />
          <div className="grid gap-3 sm:grid-cols-2">
            <Labelled
              label="Who speaks in it"
              hint="An official, somebody independent, a tenant, or you infer it"
            >
              {({ id, describedBy }) => (
                <select
                  id={id}
                  aria-describedby={describedBy}
                  className={fieldClass()}
                  value={draft.origin}
                  onChange={(event) => {
                    const origin = ORIGINS.find((word) => word === event.currentTarget.value);
                    if (origin) setDraft((d) => ({ ...d, origin }));
                  }}
                >
                  {ORIGINS.map((word) => (
                    <option key={word} value={word}>
                      {word}
                    </option>
                  ))}
                </select>
              )}
            </Labelled>
            <TextField
              label="As of"
              hint="The day, month or year of which it speaks, for all claims below: 2025-04-30"
              value={draft.asOf}
              onChange={(asOf) => setDraft((d) => ({ ...d, asOf }))}
              fault={dateFault(draft.asOf)}
            />
          </div>
        </section>

        <section aria-labelledby="record-claims" className="grid gap-2">
          <h2 id="record-claims" className="title">
            What it says of {name}
          </h2>
          {draft.items.length === 0 ? (
            <div className="flex flex-wrap gap-2">
              {USUAL.map((field) => (
                <Button key={field} onClick={() => add(field, null)}>
                  {fieldSpec(field).label}
                </Button>
              ))}
              {asked ? (
                <p role="alert" className="basis-full text-12 text-rust">
                  Add at least one claim.
                </p>
              ) : null}
            </div>
          ) : null}
          {draft.items.map((item) => {
            const current = conflictOf(item);
            const claim = checked.claims.find(({ id }) => id === item.id);
            return (
              <ItemEditor
                key={item.id}
                item={item}
                firm={tenancies.find(({ id }) => id === item.tenancy)?.firm ?? null}
                shown={shownOf(item)}
                sources={sources}
                draftDate={draft.asOf}
                gate={checked.gates.get(item.id) ?? []}
                faults={{
                  ...fromServer.get(item.id),
                  ...(asked ? checked.itemFaults.get(item.id) : {}),
                }}
                onChange={(part) => change(item.id, part)}
                onRemove={() => remove(item.id)}
              >
                {current === undefined ? null : (
                  <ConflictNotice
                    field={item.field}
                    current={current}
                    yours={claim ? valueWords(item.field, claim.value) : "not given yet"}
                    yourSource={
                      draft.newSource?.title ||
                      sources.get(draft.sourceId ?? "")?.title ||
                      "source not chosen yet"
                    }
                    sources={sources}
                    onKeep={() => keep(item, current)}
                    onDrop={() => remove(item.id)}
                  />
                )}
              </ItemEditor>
            );
          })}
          <FieldPicker tenancies={tenancies} onAdd={add} />
        </section>
      </div>

      <aside className="grid gap-4 lg:sticky lg:top-4" aria-label="What will change">
        <h2 className="title">What will change</h2>
        {preview ? (
          <PreviewPanel preview={preview} />
        ) : (
          <p className="text-ink-3">
            As soon as a value is given, this shows what it does to the value, the readiness, the
            place and the funnels. Nothing is recorded before you say so.
          </p>
        )}
        {failure ? (
          <Notice tone="rust" live>
            {failure}
          </Notice>
        ) : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="main" type="submit" disabled={busy}>
            {busy
              ? "Recording…"
              : draft.items.length > 1
                ? `Record ${draft.items.length} claims`
                : "Record the claim"}
          </Button>
          {isTouched(draft) ? (
            <Button variant="quiet" onClick={clear}>
              Discard
            </Button>
          ) : null}
        </div>
        <p className="text-11 text-ink-3">
          Ctrl+Enter records. What you type is kept in this browser until it is recorded or
          discarded.
        </p>
      </aside>
      {signedOut ? (
        <SignInAgain
          email={props.email}
          onClose={() => setSignedOut(false)}
          onSignedIn={() => {
            setSignedOut(false);
            void submit();
          }}
        />
      ) : null}
    </form>
  );
}

function evidenceOn(
  evidence: ZoneEvidence,
  { field, tenancy }: Pick<DraftItem, "field" | "tenancy">,
) {
  return evidence.find((item) => item.field === field && item.tenancy === tenancy)?.evidence ?? [];
}

function without<V>(all: ReadonlyMap<string, V>, id: string): ReadonlyMap<string, V> {
  if (!all.has(id)) return all;
  const next = new Map(all);
  next.delete(id);
  return next;
}
