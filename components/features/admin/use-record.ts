"use client";

import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { useLive } from "@/lib/client/live";
import { postChanges } from "@/lib/client/send-changes";
import { uuidV7 } from "@/lib/client/uuid";
import type { Claim, Source, Tenancy } from "@/lib/evidence/ledger-records";
import { buildPreview, type ZoneEvidence } from "@/lib/evidence/preview";
import { type Resolution, resolve } from "@/lib/evidence/resolve";
import { type PackedRow, unpackRow } from "@/lib/evidence/row";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { type CheckedDraft, checkDraft, type Faults, groupServerIssues } from "./check-draft";
import { buildRequest, type DraftItem, effectiveDate, emptyItem } from "./draft";
import { useDraft } from "./use-draft";

/** What the form is made from. */
export interface RecordSubject {
  readonly slug: string;
  readonly name: string;
  readonly today: Day;
  readonly version: number;
  readonly rows: readonly PackedRow[];
  readonly evidence: ZoneEvidence;
  readonly tenancies: readonly Tenancy[];
  readonly sources: readonly Source[];
}

const NOTHING_CHECKED: CheckedDraft = {
  claims: [],
  gates: new Map(),
  itemFaults: new Map(),
  sourceFaults: {},
  ready: false,
};

/** Everything that the form does: what is typed, what it would change, sending it, and what came of it. */
export function useRecord(subject: RecordSubject) {
  const { slug, name, today, version, evidence } = subject;
  const text = useText();
  const router = useRouter();
  const kept = useDraft(slug);
  const { draft, setDraft, clear } = kept;
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [fromServer, setFromServer] = useState<ReadonlyMap<string, Faults>>(new Map());
  const [refused, setRefused] = useState<ReadonlyMap<string, Claim | null>>(new Map());
  const [saved, setSaved] = useState<readonly string[] | null>(null);
  const sending = useRef(false);

  // Somebody else's write arrives as new evidence; what is typed here stays as it is.
  useLive(
    {
      onRevision: (now) => {
        if (now > version) router.refresh();
      },
    },
    version,
  );

  const sources = useMemo(() => new Map(subject.sources.map((s) => [s.id, s])), [subject.sources]);
  const rows = useMemo(() => subject.rows.map(unpackRow), [subject.rows]);
  const moment = useMemo(() => ({ asOf: today, revision: version }), [today, version]);
  const values = rows.find((item) => item.slug === slug)?.values;
  const checked = useMemo(
    () =>
      values ? checkDraft(draft, { zone: slug, shown: values, sources, today }) : NOTHING_CHECKED,
    [draft, slug, values, sources, today],
  );
  const preview = useMemo(() => {
    if (checked.claims.length === 0) return null;
    const dateOf = (claim: (typeof checked.claims)[number]) =>
      effectiveDate(claim, draft, sources, today);
    return buildPreview(rows, slug, evidence, checked.claims, dateOf, moment);
  }, [checked, rows, slug, evidence, draft, sources, today, moment]);

  const shownOf = ({ field, tenancy }: Pick<DraftItem, "field" | "tenancy">): Resolution =>
    resolve(
      fieldSpec(field),
      evidence.find((item) => item.field === field && item.tenancy === tenancy)?.evidence ?? [],
      moment,
    );

  const change = (id: string, part: Partial<DraftItem>) => {
    setFailure(null);
    setDraft((d) => ({
      ...d,
      items: d.items.map((item) => (item.id === id ? { ...item, ...part } : item)),
    }));
    setFromServer((all) => without(all, id));
  };

  const remove = (id: string) => {
    setDraft((d) => ({ ...d, items: d.items.filter((item) => item.id !== id) }));
    setRefused((all) => without(all, id));
  };

  /** Adds an empty claim. @returns its id */
  const add = (field: FieldKey, tenancy: string | null): string => {
    setSaved(null);
    const basedOn = shownOf({ field, tenancy }).evidence?.claim.id ?? null;
    const item = emptyItem(field, tenancy, basedOn);
    setDraft((d) => ({ ...d, items: [...d.items, item] }));
    return item.id;
  };

  /** The claim that shows now where another one showed when the item was begun; undefined where none does. */
  const conflictOf = (item: DraftItem): Claim | null | undefined => {
    if (refused.has(item.id)) return refused.get(item.id);
    const now = shownOf(item).evidence?.claim ?? null;
    return (now?.id ?? null) === item.basedOn || now?.id === item.id ? undefined : now;
  };

  /** Records the item over what shows now, having seen it. */
  const overwrite = (item: DraftItem, current: Claim | null) => {
    change(item.id, { basedOn: current?.id ?? null });
    setRefused((all) => without(all, item.id));
  };

  const finish = (claimIds: readonly string[]) => {
    setSaved(claimIds);
    setRefused(new Map());
    setFromServer(new Map());
    setAsked(false);
    setSignedOut(false);
    clear();
    router.refresh();
    toast(`Recorded on ${name}`);
  };

  /** Sends the draft. @returns where the form is to lead the analyst next; null: nowhere else */
  const submit = async (): Promise<"missing" | "choice" | "begin" | null> => {
    setAsked(true);
    if (!checked.ready) {
      setFailure("Not recorded yet: what is missing is marked in the form.");
      return "missing";
    }
    // A second click before the answer would be harmless, since an id records once; it is just not sent.
    if (sending.current) return null;
    sending.current = true;
    setBusy(true);
    setFailure(null);
    const outcome = await postChanges(text, "/api/v1/claims", buildRequest(draft, checked.claims));
    sending.current = false;
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        finish(checked.claims.map(({ id }) => id));
        return "begin";
      case "conflict":
        setRefused(
          new Map(
            outcome.conflicts.flatMap(({ index, current }) => {
              const id = checked.claims[index]?.id;
              return id ? [[id, current] as const] : [];
            }),
          ),
        );
        setFailure(
          "Somebody recorded something else meanwhile. Nothing of yours was recorded yet; choose at each value that has changed.",
        );
        router.refresh();
        return "choice";
      case "id-reused": {
        // It came through the first time, only the answer did not; what was changed since is another claim.
        const reused = new Set(outcome.issues.map(({ index = -1 }) => checked.claims[index]?.id));
        setDraft((d) => ({
          ...d,
          items: d.items.map((item) => (reused.has(item.id) ? { ...item, id: uuidV7() } : item)),
        }));
        setFailure(
          "This was recorded already as it stood when you first sent it, before you changed it here. Record again to add it as it stands now; the first can be retracted from the zone's ledger.",
        );
        router.refresh();
        break;
      }
      case "invalid":
        setFromServer(groupServerIssues(outcome.issues, checked.claims));
        setFailure(outcome.issues.map(({ message }) => message).join(" "));
        return "missing";
      case "signed-out":
        setSignedOut(true);
        break;
      case "rejected":
      case "failed":
        setFailure(outcome.message);
    }
    return null;
  };

  return {
    ...kept,
    add,
    asked,
    busy,
    change,
    checked,
    closeSignIn: () => setSignedOut(false),
    conflictOf,
    failure,
    forgetSaved: () => setSaved(null),
    fromServer,
    overwrite,
    preview,
    remove,
    saved,
    shownOf,
    signedOut,
    sources,
    submit,
  };
}

function without<V>(all: ReadonlyMap<string, V>, id: string): ReadonlyMap<string, V> {
  if (!all.has(id)) return all;
  const next = new Map(all);
  next.delete(id);
  return next;
}
