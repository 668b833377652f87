"use client";

import { useMemo, useState } from "react";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import { readTypedValue } from "@/lib/entry/read-value";
import { isUnderstood } from "@/lib/entry/reading";
import type { Claim } from "@/lib/evidence/ledger-records";
import { buildPreview } from "@/lib/evidence/preview";
import { resolve } from "@/lib/evidence/resolve";
import { unpackRow } from "@/lib/evidence/row";
import { isPartialDate } from "@/lib/time/day";
import type { SubmissionContext, SubmissionView, SubmittedClaim } from "./submission-view";

/** How a person changes one claim, as typed. */
export interface ClaimEdit {
  readonly value: string;
  readonly asOf: string;
  readonly note: string;
}

/** What a person decided about one claim. */
interface Choice {
  /** Null: as it was sent. */
  readonly edit: ClaimEdit | null;
  readonly dropped: boolean;
  /** The displayed claim that it is now based on; undefined: as it was sent. */
  readonly basedOn?: string | null;
}

const AS_SENT: Choice = { edit: null, dropped: false };

/** The text of a value as `readText` reads it; null where this form cannot change it. */
export function typeValue(field: FieldKey, value: FieldValue): string | null {
  const { kind } = fieldSpec(field);
  if (value === null || kind === "place") return null;
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** The value of a typed text; undefined where it cannot be read. */
export function readText(field: FieldKey, text: string): FieldValue | undefined {
  const reading = readTypedValue(fieldSpec(field), text);
  return isUnderstood(reading) ? reading.value : undefined;
}

/** A claim with its changes; null where what is typed cannot be read. */
function applyEdit(claim: SubmittedClaim, { edit, basedOn }: Choice): SubmittedClaim | null {
  const based = basedOn === undefined ? claim : { ...claim, basedOn };
  if (edit === null) return based;
  const typed = typeValue(claim.field, claim.value);
  const value =
    typed === null || edit.value === typed ? claim.value : readText(claim.field, edit.value);
  const asOf = edit.asOf.trim() || null;
  if (value === undefined || (asOf !== null && !isPartialDate(asOf))) return null;
  return { ...based, value, asOf, note: edit.note.trim() || null };
}

/** The claims of a submission with their changes, what recording them would change, and where values changed meanwhile. */
export function useSubmission({ claims }: SubmissionView, context: SubmissionContext) {
  const { zones, today, version } = context;
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const rows = useMemo(() => context.rows.map(unpackRow), [context.rows]);
  const sources = useMemo(() => new Map(context.sources.map((s) => [s.id, s])), [context.sources]);
  const moment = useMemo(() => ({ asOf: today, revision: version }), [today, version]);
  const choiceOf = (id: string) => choices.get(id) ?? AS_SENT;
  const choose = (id: string, part: Partial<Choice>) =>
    setChoices((all) => new Map(all).set(id, { ...(all.get(id) ?? AS_SENT), ...part }));

  const items = claims.map((claim) => {
    const choice = choiceOf(claim.id);
    const edited = applyEdit(claim, choice);
    return { claim, choice, edited, conflict: choice.dropped ? undefined : conflictOf(edited) };
  });

  /** The claim displayed now, where it is another than the one that the claim was made from; undefined: the same. */
  function conflictOf(claim: SubmittedClaim | null): Claim | null | undefined {
    if (claim === null || claim.basedOn === undefined) return undefined;
    const known = zones
      .find(({ slug }) => slug === claim.zone)
      ?.evidence.find((item) => item.field === claim.field && item.tenancy === claim.tenancy);
    const now = resolve(fieldSpec(claim.field), known?.evidence ?? [], moment).evidence?.claim;
    return (now?.id ?? null) === claim.basedOn ? undefined : (now ?? null);
  }

  const kept = items.filter(({ choice }) => !choice.dropped);
  const final = kept.flatMap(({ edited }) => edited ?? []);
  const dateOf = (claim: { asOf: string | null; sourceId: string }) =>
    claim.asOf ?? sources.get(claim.sourceId)?.publishedOn ?? today;
  const previews = zones.flatMap(({ slug, name, evidence }) => {
    const own = final.filter(({ zone }) => zone === slug);
    if (own.length === 0) return [];
    const publisherOf = ({ sourceId }: { sourceId: string }) =>
      sources.get(sourceId)?.publisher ?? sourceId;
    const preview = buildPreview(rows, slug, evidence, own, dateOf, publisherOf, moment);
    return [{ slug, name, preview }];
  });

  return {
    items,
    previews,
    sources,
    choose,
    /** Can it be sent? */
    ready:
      kept.length > 0 &&
      final.length === kept.length &&
      kept.every(({ conflict }) => conflict === undefined),
    hasConflict: kept.some(({ conflict }) => conflict !== undefined),
    isChanged: items.some(({ choice }) => choice.dropped || choice.edit !== null),
    final,
  };
}
