"use client";

import { useState } from "react";
import {
  type DraftItem,
  emptyDraft,
  emptyItem,
  isSame,
  type RecordDraft,
  readItem,
} from "@/components/entry/draft";
import type { RecordSubject } from "@/components/entry/subject";
import { useRecordOf } from "@/components/entry/use-record";
import { typePresent } from "@/components/entry/value-editor";
import type { Place } from "@/lib/catalogue/kinds";
import type { DraftClaim } from "@/lib/evidence/preview";
import { withRate } from "@/lib/text/entry-words";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { SubmittedClaim } from "./submission-differences";

/** A claim as its fields have it. The sum that was sent belongs to the value that was sent, so it is not typed. */
function toItem({ quotation, value, ...claim }: SubmittedClaim): DraftItem {
  const { id, zone, field, tenancy, confidence, decline, origin, sourceId } = claim;
  return {
    ...emptyItem(zone, field, tenancy, claim.basedOn),
    ...{ id, confidence, decline, origin, sourceId },
    text: typePresent(field, value),
    notKnown: value === null,
    asOf: claim.asOf ?? "",
    locator: claim.locator ?? "",
    note: claim.note ?? "",
    quotation: quotation?.text ?? "",
    quotationLang: quotation?.lang ?? "en",
    gateConfirmed: claim.gateConfirmed ?? false,
  };
}

/** What a person types of a claim. */
function toTyped(item: DraftItem): DraftItem {
  return { ...item, basedOn: null, text: item.notKnown ? "" : item.text };
}

/**
 * A claim with its changes. The sum and the rate of the value that was sent are not those of another one.
 * @param read what the fields of the claim say
 */
function applyChanges(
  text: Text,
  claim: SubmittedClaim,
  item: DraftItem,
  read: DraftClaim,
): SubmittedClaim {
  const { lastSeenOn, money } = claim;
  const { gateConfirmed } = item;
  const changed = { ...claim, ...read, lastSeenOn, gateConfirmed };
  if (isSame(read.value, claim.value)) return { ...changed, money: read.money ?? money };
  const reading = item.notKnown ? null : readItem(item);
  return { ...changed, note: withRate(text, read.note ?? "", reading) || null };
}

/** The claims of a submission with their changes, what recording them would change, and where values changed meanwhile. */
export function useSubmission(claims: readonly SubmittedClaim[], subject: RecordSubject) {
  const text = useText();
  const [sent] = useState(() => new Map(claims.map((claim) => [claim.id, toItem(claim)])));
  const [draft, setDraft] = useState(
    (): RecordDraft => ({
      ...{ ...emptyDraft(), sourceId: claims[0]?.sourceId ?? null },
      items: [...sent.values()],
    }),
  );
  const record = useRecordOf(subject, {
    ...{ draft, setDraft, isKept: true, removeSent: () => false },
  });
  const { checked, conflictOf, setDraft: change } = record;
  const items = claims.map((claim) => {
    const item = draft.items.find(({ id }) => id === claim.id);
    if (item === undefined) return { claim, item, now: null, conflict: undefined, isChanged: true };
    const isChanged = !isSame(toTyped(item), toTyped(sent.get(item.id) ?? item));
    const read = checked.claims.find(({ id }) => id === claim.id);
    // A claim that was not compared with what is displayed still is not.
    const basedOn = claim.basedOn === undefined ? undefined : item.basedOn;
    const said = isChanged ? read && applyChanges(text, claim, item, read) : claim;
    const now = said === undefined ? null : { ...said, basedOn };
    return { claim, item, now, conflict: conflictOf(item), isChanged };
  });
  const kept = items.filter(({ item }) => item !== undefined);
  return {
    record: {
      ...record,
      /** How exact a place is is another claim, which the submission may not have. */
      pickPlace: ({ id }: DraftItem, { lat, lon }: Place) =>
        record.change(id, { text: `${lat}, ${lon}` }),
    },
    items,
    /** Ids of the reports that cannot be accepted as they are. */
    wrong: kept.flatMap(({ claim: { id }, isChanged, now }) => {
      const isMissing = (checked.gates.get(id) ?? []).some(({ met }) => !met);
      return now === null || isMissing || (isChanged && checked.itemFaults.has(id)) ? [id] : [];
    }),
    hasConflict: kept.some(({ conflict }) => conflict !== undefined),
    isChanged: items.some(({ isChanged }) => isChanged),
    final: kept.flatMap(({ now }) => now ?? []),
    /** Ids of the claims whose value is confirmed. */
    confirmed: kept.flatMap(({ claim, item }) => (item?.gateConfirmed ? [claim.id] : [])),
    /** Puts a claim back as it was sent, also one that was left out. */
    reset: (id: string) => {
      const item = sent.get(id);
      if (item === undefined) return;
      const isHere = draft.items.some((one) => one.id === id);
      change((d) => ({
        ...d,
        items: isHere ? d.items.map((one) => (one.id === id ? item : one)) : [...d.items, item],
      }));
    },
  };
}
