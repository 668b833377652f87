"use client";

import { useRouter } from "next/navigation";
import { useCallback, useMemo, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import { useLive } from "@/lib/client/live";
import { postChanges, uuidV7 } from "@/lib/client/send-changes";
import type { Claim, Source, Tenancy } from "@/lib/evidence/ledger-records";
import { buildPreview, type ZoneEvidence } from "@/lib/evidence/preview";
import { type Resolution, resolve } from "@/lib/evidence/resolve";
import { type PackedRow, unpackRow } from "@/lib/evidence/row";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { type CheckedDraft, checkDraft, type Faults, groupServerIssues } from "./check-draft";
import { buildRequest, type DraftItem, effectiveDate, emptyItem } from "./draft";
import { useDraft } from "./use-draft";

/** What the form needs. */
export interface RecordSubject {
  /** Id of the signed-in person, who has drafts of their own. */
  readonly personId: string;
  readonly slug: string;
  readonly name: string;
  readonly today: Day;
  readonly version: number;
  readonly rows: readonly PackedRow[];
  readonly evidence: ZoneEvidence;
  readonly tenancies: readonly Tenancy[];
  readonly sources: readonly Source[];
}

/** Reports that were sent. */
export interface SavedReports {
  readonly claimIds: readonly string[];
  /** Id of the submission in which they wait for another person; null: they are recorded. */
  readonly submission: string | null;
}

const NOTHING_CHECKED: CheckedDraft = {
  claims: [],
  gates: new Map(),
  itemFaults: new Map(),
  sourceFaults: {},
  ready: false,
};

/** The state of the form: what is typed, what it would change, and what happened when it was sent. */
export function useRecord(subject: RecordSubject) {
  const { personId, slug, name, today, version, evidence } = subject;
  const text = useText();
  const router = useRouter();
  const kept = useDraft(personId, slug);
  const { draft, setDraft, clear } = kept;
  const [busy, setBusy] = useState(false);
  const [submitted, setSubmitted] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [fromServer, setFromServer] = useState<ReadonlyMap<string, Faults>>(new Map());
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Claim | null>>(new Map());
  const [saved, setSaved] = useState<SavedReports | null>(null);
  const sending = useRef(false);

  // Another person's write arrives as new evidence; what is typed here stays.
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
  const shownOf = useCallback(
    ({ field, tenancy }: Pick<DraftItem, "field" | "tenancy">): Resolution =>
      resolve(
        fieldSpec(field),
        evidence.find((item) => item.field === field && item.tenancy === tenancy)?.evidence ?? [],
        moment,
      ),
    [evidence, moment],
  );
  const checked = useMemo(() => {
    if (!values) return NOTHING_CHECKED;
    const shownOn = (field: FieldKey) =>
      shownOf({ field, tenancy: null }).evidence?.effectiveOn ?? null;
    return checkDraft(text, draft, { zone: slug, shown: values, shownOn, sources, today });
  }, [text, draft, slug, values, shownOf, sources, today]);
  const preview = useMemo(() => {
    if (checked.claims.length === 0) return null;
    const dateOf = (claim: (typeof checked.claims)[number]) =>
      effectiveDate(claim, draft, sources, today);
    const publisherOf = ({ sourceId }: (typeof checked.claims)[number]) =>
      draft.newSource?.publisher ?? sources.get(sourceId)?.publisher ?? sourceId;
    return buildPreview(rows, slug, evidence, checked.claims, dateOf, publisherOf, moment);
  }, [checked, rows, slug, evidence, draft, sources, today, moment]);

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
    setConflicts((all) => without(all, id));
  };

  /** Adds an empty claim. @returns its id */
  const add = (field: FieldKey, tenancy: string | null): string => {
    setSaved(null);
    const basedOn = shownOf({ field, tenancy }).evidence?.claim.id ?? null;
    const item = emptyItem(field, tenancy, basedOn);
    setDraft((d) => ({ ...d, items: [...d.items, item] }));
    return item.id;
  };

  /** The claim displayed now, where it was another one when the item was added; undefined: no conflict. */
  const conflictOf = (item: DraftItem): Claim | null | undefined => {
    if (conflicts.has(item.id)) return conflicts.get(item.id);
    const now = shownOf(item).evidence?.claim ?? null;
    return (now?.id ?? null) === item.basedOn || now?.id === item.id ? undefined : now;
  };

  /** Bases the item on the claim displayed now. */
  const overwrite = (item: DraftItem, current: Claim | null) => {
    change(item.id, { basedOn: current?.id ?? null });
    setConflicts((all) => without(all, item.id));
  };

  const finish = (reports: SavedReports) => {
    setSaved(reports);
    setConflicts(new Map());
    setFromServer(new Map());
    setSubmitted(false);
    setSignedOut(false);
    clear();
    router.refresh();
    const count = reports.claimIds.length;
    toast(
      reports.submission === null
        ? text.t("record.saved.toast", { count, name })
        : text.t("record.review.sent", { count }),
    );
  };

  /** Sends the draft. @returns where the focus goes next; null: it stays */
  const submit = async (): Promise<"missing" | "choice" | "start" | null> => {
    setSubmitted(true);
    if (!checked.ready) {
      setFailure(text.t("record.submit.incomplete"));
      return "missing";
    }
    // A second click before the answer: it would record nothing more, since each id is recorded once.
    if (sending.current) return null;
    sending.current = true;
    setBusy(true);
    setFailure(null);
    const outcome = await postChanges(
      text.t,
      "/api/v1/claims",
      buildRequest(draft, checked.claims),
    );
    sending.current = false;
    setBusy(false);
    switch (outcome.kind) {
      case "done":
        finish({
          claimIds: checked.claims.map(({ id }) => id),
          submission: outcome.submission,
        });
        return "start";
      case "conflict":
        setConflicts(
          new Map(
            outcome.conflicts.flatMap(({ index, current }) => {
              const id = checked.claims[index]?.id;
              return id ? [[id, current] as const] : [];
            }),
          ),
        );
        setFailure(text.t("record.submit.conflict"));
        router.refresh();
        return "choice";
      case "id-reused": {
        // The first sending was recorded and its answer lost; what was changed since is another claim.
        const reused = new Set(outcome.issues.map(({ index = -1 }) => checked.claims[index]?.id));
        setDraft((d) => ({
          ...d,
          items: d.items.map((item) => (reused.has(item.id) ? { ...item, id: uuidV7() } : item)),
        }));
        setFailure(text.t("record.submit.idReused"));
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
    submitted,
  };
}

function without<V>(all: ReadonlyMap<string, V>, id: string): ReadonlyMap<string, V> {
  if (!all.has(id)) return all;
  const next = new Map(all);
  next.delete(id);
  return next;
}
