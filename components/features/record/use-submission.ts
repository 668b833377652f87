"use client";

import { useMemo, useState } from "react";
import { listRequirements, withOthers } from "@/components/entry/check-draft";
import { readItem } from "@/components/entry/draft";
import { isSame, typeValue } from "@/components/entry/draft-items";
import { fieldSpec } from "@/lib/catalogue/fields";
import { readDateText } from "@/lib/entry/read-value";
import { isUnderstood } from "@/lib/entry/reading";
import { prepareOwners } from "@/lib/evidence/doubts";
import type { GateRequirement } from "@/lib/evidence/gates";
import type { Claim } from "@/lib/evidence/ledger-records";
import { buildPreview } from "@/lib/evidence/preview";
import { type Resolution, resolve } from "@/lib/evidence/resolve";
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
  /** Did they confirm that the source supports the step? Null: as it was sent, and a changed value is not confirmed. */
  readonly confirmed: boolean | null;
  /** The displayed claim that it is now based on; undefined: as it was sent. */
  readonly basedOn?: string | null;
}

const AS_SENT: Choice = { edit: null, dropped: false, confirmed: null };

/**
 * A claim with its changes; null where what is typed cannot be read. The sum and the confirmation of the value that was
 * sent are not those of another one.
 */
function applyEdit(claim: SubmittedClaim, choice: Choice): SubmittedClaim | null {
  const { edit, basedOn, confirmed } = choice;
  const based = {
    ...claim,
    ...(basedOn === undefined ? {} : { basedOn }),
    ...(confirmed === null ? {} : { gateConfirmed: confirmed }),
  };
  if (edit === null) return based;
  const asOf = readDateText(edit.asOf) || null;
  if (asOf !== null && !isPartialDate(asOf)) return null;
  const dated = { ...based, asOf, note: edit.note.trim() || null };
  const typed = typeValue(claim.field, claim.value);
  if (typed === null || edit.value === typed) return dated;
  const reading = readItem({ field: claim.field, text: edit.value });
  if (!isUnderstood(reading)) return null;
  const { value, money } = reading;
  return isSame(value, claim.value)
    ? { ...dated, money: money ?? claim.money }
    : { ...dated, value, money, gateConfirmed: confirmed ?? false };
}

/** The claims of a submission with their changes, what recording them would change, and where values changed meanwhile. */
export function useSubmission({ claims, withdrawals }: SubmissionView, context: SubmissionContext) {
  const { zones, today, version } = context;
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const rows = useMemo(() => context.rows.map(unpackRow), [context.rows]);
  const sources = useMemo(() => new Map(context.sources.map((s) => [s.id, s])), [context.sources]);
  const findOwner = useMemo(() => prepareOwners(rows, []), [rows]);
  const moment = useMemo(() => ({ asOf: today, revision: version }), [today, version]);
  const choiceOf = (id: string) => choices.get(id) ?? AS_SENT;
  const choose = (id: string, part: Partial<Choice>) =>
    setChoices((all) => new Map(all).set(id, { ...(all.get(id) ?? AS_SENT), ...part }));

  const applied = claims.map((claim) => {
    const choice = choiceOf(claim.id);
    return { claim, choice, edited: applyEdit(claim, choice) };
  });
  const kept = applied.filter(({ choice }) => !choice.dropped);
  const final = kept.flatMap(({ edited }) => edited ?? []);
  const items = applied.map((item) => {
    const { choice, edited } = item;
    return choice.dropped || edited === null
      ? { ...item, conflict: undefined, gate: [] }
      : { ...item, conflict: conflictOf(edited), gate: gateOf(edited) };
  });

  /** The claim displayed now, where it is another than the one that the claim was made from; undefined: the same. */
  function conflictOf(claim: SubmittedClaim): Claim | null | undefined {
    if (claim.basedOn === undefined) return undefined;
    const now = resolutionOf(claim).evidence?.claim;
    return (now?.id ?? null) === claim.basedOn ? undefined : (now ?? null);
  }

  function resolutionOf({ zone, field, tenancy }: SubmittedClaim): Resolution {
    const known = zones
      .find(({ slug }) => slug === zone)
      ?.evidence.find((item) => item.field === field && item.tenancy === tenancy);
    return resolve(fieldSpec(field), known?.evidence ?? [], moment);
  }

  /** What a move on a ladder or an emptied value requires; empty: nothing. */
  function gateOf(claim: SubmittedClaim): readonly GateRequirement[] {
    const shown = rows.find(({ slug }) => slug === claim.zone)?.values;
    if (shown === undefined) return [];
    const { gateConfirmed = false, sourceId } = claim;
    const source = sources.get(sourceId) ?? null;
    const others = withOthers(claim, final, shown);
    const confirmed = { ...claim, gateConfirmed };
    return listRequirements(confirmed, source, resolutionOf(claim), others, findOwner, final);
  }

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
      kept.length + withdrawals.length > 0 &&
      final.length === kept.length &&
      items.every(({ conflict, gate }) => conflict === undefined && gate.every(({ met }) => met)),
    hasConflict: items.some(({ conflict }) => conflict !== undefined),
    isChanged: items.some(({ choice }) => choice.dropped || choice.edit !== null),
    final,
    /** Ids of the claims of which the person confirmed the changed value. */
    confirmed: kept.flatMap(({ claim, choice }) => (choice.confirmed ? [claim.id] : [])),
  };
}
