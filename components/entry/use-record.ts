"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { usePost } from "@/components/layout/desk-form";
import { guessLanguage } from "@/components/ui/original";
import { toast } from "@/components/ui/toast";
import { fieldSpec } from "@/lib/catalogue/fields";
import type { Place } from "@/lib/catalogue/kinds";
import { readLastSources, rememberSource } from "@/lib/client/last-sources";
import { useLive } from "@/lib/client/live";
import { callAction, uuidV7 } from "@/lib/client/send-changes";
import { readDateText } from "@/lib/entry/read-value";
import { prepareOwners } from "@/lib/evidence/doubts";
import type { Claim, Source } from "@/lib/evidence/ledger-records";
import {
  buildPreview,
  type DraftClaim,
  type Preview,
  type ZoneEvidence,
} from "@/lib/evidence/preview";
import { type Resolution, resolve } from "@/lib/evidence/resolve";
import { unpackRow } from "@/lib/evidence/row";
import { foldText } from "@/lib/evidence/value-equality";
import { emptyDraft as emptyRecord } from "@/lib/records/record-draft";
import { usePlainText } from "@/lib/text/use-plain-text";
import { useText } from "@/lib/text/use-text";
import { firstDay } from "@/lib/time/day";
import { type CheckedDraft, checkDraft, type Faults, groupServerIssues } from "./check-draft";
import {
  buildRequest,
  createNewFirm,
  type DraftItem,
  type DraftRecord,
  effectiveDate,
  emptyItem,
  type RecordDraft,
  startFrom,
  toTyped,
  without,
  withRecordIds,
  withSource,
} from "./draft";
import type { Precision } from "./place-picker";
import type { RecordSubject } from "./subject";
import { type DraftState, useDraft } from "./use-draft";

/** Sources that are offered beside the chosen one. */
const MOST_OFFERED = 3;

const PRECISIONS: readonly Precision[] = ["site", "town", "district"];

/** The drafts of articles are kept beside those of zones; no slug has a dot. */
const ARTICLE = "an.article";

/** The state of the form: what is typed, what it would change, and what happened when it was sent. */
export function useRecord(subject: RecordSubject) {
  return useRecordOf(subject, useDraft(subject.personId, subject.zone ?? ARTICLE));
}

/** The same for a draft that is kept elsewhere. */
export function useRecordOf<K extends KeptDraft>(subject: RecordSubject, kept: K) {
  const { personId, today, version } = subject;
  const text = useText();
  const router = useRouter();
  const { draft, setDraft } = kept;
  const zones = useMemo(() => [...new Set(draft.items.map(({ zone }) => zone))], [draft.items]);
  const loading = useEvidence(subject, zones);
  const { evidenceOf } = loading;

  const tenancies = useMemo(
    () => [
      ...subject.tenancies,
      // What was typed while a firm was recorded is still on the firm of the draft.
      ...draft.newFirms.filter(({ id }) => !subject.tenancies.some((known) => known.id === id)),
    ],
    [subject.tenancies, draft.newFirms],
  );
  const sources = useMemo(() => new Map(subject.sources.map((s) => [s.id, s])), [subject.sources]);
  const rows = useMemo(() => subject.rows.map(unpackRow), [subject.rows]);
  const moment = useMemo(() => ({ asOf: today, revision: version }), [today, version]);
  const shownOf = useCallback(
    ({ zone, field, tenancy }: Pick<DraftItem, "zone" | "field" | "tenancy">): Resolution =>
      resolve(
        fieldSpec(field),
        evidenceOf(zone)?.find((item) => item.field === field && item.tenancy === tenancy)
          ?.evidence ?? [],
        moment,
      ),
    [evidenceOf, moment],
  );
  const findOwner = useMemo(
    () =>
      prepareOwners(
        rows,
        subject.tenancies.map(({ firm }) => firm),
      ),
    [rows, subject.tenancies],
  );
  const checked = useMemo(() => {
    const shownIn = (zone: string) => rows.find(({ slug }) => slug === zone)?.values ?? null;
    return checkDraft(text, draft, { shownIn, resolutionOf: shownOf, findOwner, sources, today });
  }, [text, draft, rows, shownOf, findOwner, sources, today]);
  const sending = useSending({ subject, kept, checked });

  const [lastSources, setLastSources] = useState<readonly Source[]>([]);
  useEffect(() => {
    const ids = readLastSources(personId);
    setLastSources(ids.flatMap((id) => sources.get(id) ?? []));
  }, [personId, sources]);

  const [first] = draft.items;
  /** The sources used last, then those of the first open value, newest first. */
  const offers = useMemo((): readonly Source[] => {
    if (first === undefined) return [];
    const { evidence, rivals } = shownOf(first);
    const cited = [...(evidence ? [evidence] : []), ...rivals.map((rival) => rival.evidence)]
      .sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))
      .flatMap(({ claim }) => sources.get(claim.sourceId) ?? []);
    return [...new Set([...lastSources, ...cited])].slice(0, MOST_OFFERED);
  }, [first, shownOf, sources, lastSources]);

  // Another person's write arrives as new evidence; what is typed here stays.
  const { isAway } = sending;
  useLive(
    {
      onRevision: async (now) => {
        if (now > version && !(await isAway())) router.refresh();
      },
    },
    version,
  );

  const previews = useMemo(() => {
    const dateOf = (claim: DraftClaim) => effectiveDate(claim, draft, sources, today);
    const publisherOf = ({ sourceId }: DraftClaim) =>
      draft.newSource?.publisher ?? sources.get(sourceId)?.publisher ?? sourceId;
    return zones.flatMap((zone): readonly ZonePreview[] => {
      const claims = checked.claims.filter(
        (claim) => claim.zone === zone && firstDay(dateOf(claim)) <= today,
      );
      const evidence = evidenceOf(zone);
      if (claims.length === 0 || evidence === null) return [];
      const preview = buildPreview(rows, zone, evidence, claims, dateOf, publisherOf, moment);
      return [{ zone, preview }];
    });
  }, [checked, zones, rows, evidenceOf, draft, sources, today, moment]);

  // A claim that was added before its zone's evidence arrived is based on what it shows; a resumed draft can have one.
  const settle = useEffectEvent((arrived: typeof evidenceOf, items: readonly DraftItem[]) => {
    const isUnsettled = ({ basedOn, zone }: DraftItem) =>
      basedOn === undefined && arrived(zone) !== null;
    if (!items.some(isUnsettled)) return;
    setDraft((d) => ({
      ...d,
      items: d.items.map((item) => (isUnsettled(item) ? startFrom(item, shownOf(item)) : item)),
    }));
  });
  useEffect(() => settle(evidenceOf, draft.items), [evidenceOf, draft.items]);

  const change = (id: string, part: Partial<DraftItem>) => {
    sending.forget(id);
    setDraft((d) => ({
      ...d,
      items: d.items.map((item) => (item.id === id ? { ...item, ...part } : item)),
    }));
  };

  /** Adds an event or a national figure of the same source, with its words. @returns its id in the draft */
  const addRecord = (kind: DraftRecord["kind"], words: string): string => {
    const id = uuidV7();
    setDraft((d) => {
      const date = readDateText(d.asOf);
      const title = d.newSource?.title ?? sources.get(d.sourceId ?? "")?.title ?? "";
      const typed: DraftRecord["typed"] = {
        ...emptyRecord(kind),
        ...(kind === "event" ? { date, title, zones: zones.join("\n") } : { period: date }),
        quotation: words,
        quotationLang: guessLanguage(words),
      };
      return { ...d, records: [...d.records, { id, kind, typed, recordId: null }] };
    });
    return id;
  };

  const changeRecord = (id: string, typed: DraftRecord["typed"]) =>
    setDraft((d) => ({
      ...d,
      records: d.records.map((one) => (one.id === id ? { ...one, typed } : one)),
    }));

  const removeRecord = (id: string) =>
    setDraft((d) => ({ ...d, records: d.records.filter((one) => one.id !== id) }));

  /** How exact the location of a zone is, by the draft or by what is displayed; null: unknown. */
  const precisionOf = (zone: string): Precision | null => {
    const typed = draft.items.find((one) => one.zone === zone && one.field === "locationPrecision");
    const shown = rows.find(({ slug }) => slug === zone)?.values.locationPrecision ?? null;
    return PRECISIONS.find((one) => one === typed?.text) ?? shown;
  };

  /** Puts a picked place into a claim, and how exact it is into the claim on that. */
  const pickPlace = (item: DraftItem, { lat, lon }: Place, precision: Precision) => {
    change(item.id, { text: `${lat}, ${lon}` });
    if (precisionOf(item.zone) === precision) return;
    const { zone } = item;
    const other = draft.items.find((one) => one.zone === zone && one.field === "locationPrecision");
    if (other) change(other.id, { text: precision });
    else add({ zone, field: "locationPrecision", tenancy: null }, precision);
  };

  const remove = (id: string) => {
    setDraft((d) => ({ ...d, items: d.items.filter((item) => item.id !== id) }));
    sending.settle(id);
  };

  /**
   * Adds a claim with what the one before it has in common with it. A list starts from what it holds now.
   * @param typed its value, as typed; null: none yet
   * @param known what is known of it besides
   * @returns its id
   */
  const add = (
    fact: Pick<DraftItem, "zone" | "field" | "tenancy">,
    typed: string | null = null,
    known: Partial<DraftItem> = {},
  ): string => {
    const last = draft.items.at(-1);
    const empty = emptyItem(fact.zone, fact.field, fact.tenancy, undefined);
    const started: DraftItem = {
      ...empty,
      ...(last
        ? {
            asOf: last.asOf,
            origin: last.origin,
            confidence: last.confidence,
            quotationLang: last.quotationLang,
          }
        : {}),
      text: typed === null ? "" : toTyped(fact.field, typed),
      ...known,
    };
    const item = evidenceOf(fact.zone) === null ? started : startFrom(started, shownOf(fact));
    setDraft((d) => ({ ...d, items: [...d.items, item] }));
    return item.id;
  };

  /**
   * Opens a value in place, unless it is open. It has the evidence of the first open one; the first begins with the source
   * that the person used last.
   * @returns the id of its claim
   */
  const open = ({
    zone,
    field,
    tenancy,
  }: Pick<DraftItem, "zone" | "field" | "tenancy">): string => {
    const empty = { ...emptyItem(zone, field, tenancy, undefined), ownEvidence: false };
    let { id } = empty;
    setDraft((d) => {
      const [first] = d.items;
      const isOne = (one: DraftItem) =>
        one.zone === zone && one.field === field && one.tenancy === tenancy;
      const opened = d.items.find(isOne);
      if (opened) {
        id = opened.id;
        return d;
      }
      const { evidence } = shownOf({ zone, field, tenancy });
      const basedOn = evidenceOf(zone) === null ? undefined : (evidence?.claim.id ?? null);
      const item = { ...empty, ...(first ? sharedParts(first) : {}), basedOn };
      const [last] = lastSources;
      const started =
        d.sourceId === null && d.newSource === null && last
          ? withSource(d, { sourceId: last.id, newSource: null }, sources, true)
          : d;
      return { ...started, items: [...d.items, item] };
    });
    return id;
  };

  /** Changes the evidence of the first report and of those that have none of their own. */
  const changeShared = (part: Partial<DraftItem>) => {
    for (const { id } of draft.items) sending.forget(id);
    setDraft((d) => ({
      ...d,
      items: d.items.map((item, place) =>
        place === 0 || !item.ownEvidence ? { ...item, ...part } : item,
      ),
    }));
  };

  /** Takes another source; the date and the type of source follow it. */
  const changeSource = (part: Pick<RecordDraft, "sourceId" | "newSource">) =>
    setDraft((d) => withSource(d, part, sources));

  /**
   * Adds a claim on the stage of a firm that is new in a zone, or of the firm that has that name there.
   * @param start makes the claim; `open` on a sheet
   * @returns its id
   */
  const addFirm = (
    zone: string,
    name: string,
    start: (fact: Pick<DraftItem, "zone" | "field" | "tenancy">) => string = add,
  ): string => {
    const wanted = foldText(name);
    const known = tenancies.find((one) => one.zone === zone && foldText(one.firm) === wanted);
    const firm = known ?? createNewFirm(zone, name);
    if (known === undefined) setDraft((d) => ({ ...d, newFirms: [...d.newFirms, firm] }));
    return start({ zone, field: "tenancyStage", tenancy: firm.id });
  };

  /** The claim displayed now, where it was another one when the item was added; undefined: no conflict. */
  const conflictOf = (item: DraftItem): Claim | null | undefined => {
    if (sending.conflicts.has(item.id)) return sending.conflicts.get(item.id);
    if (item.basedOn === undefined || evidenceOf(item.zone) === null) return undefined;
    const now = shownOf(item).evidence?.claim ?? null;
    return (now?.id ?? null) === item.basedOn || now?.id === item.id ? undefined : now;
  };

  /** Bases the item on the claim displayed now. */
  const overwrite = (item: DraftItem, current: Claim | null) => {
    change(item.id, { basedOn: current?.id ?? null });
    sending.settle(item.id);
  };

  return {
    ...kept,
    ...sending,
    add,
    addFirm,
    addRecord,
    change,
    changeRecord,
    changeShared,
    changeSource,
    checked,
    conflictOf,
    overwrite,
    loadFailure: loading.failure,
    offers,
    open,
    pickPlace,
    precisionOf,
    previews,
    remove,
    removeRecord,
    retryLoading: loading.retry,
    rows,
    shownOf,
    sources,
    tenancies,
  };
}

/** The state of the form, and what can be done with it. */
export type RecordState = ReturnType<typeof useRecordOf<KeptDraft>>;

/** The evidence that a report shares with the first one. */
function sharedParts({ quotation, quotationLang, locator, confidence }: DraftItem) {
  return { quotation, quotationLang, locator, confidence };
}

/** What recording would change on one zone. */
interface ZonePreview {
  readonly zone: string;
  readonly preview: Preview;
}

/**
 * The evidence on the zones of a draft, loaded when first needed and again after each revision. Until the newer evidence
 * arrives, the older stays.
 */
function useEvidence(subject: RecordSubject, zones: readonly string[]) {
  const { evidence: given, loadEvidence, version } = subject;
  const { t } = usePlainText();
  const [loaded, setLoaded] = useState<ReadonlyMap<string, ZoneEvidence>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const loading = useRef(new Set<string>());
  const wanted = zones.filter((zone) => !(zone in given)).join(" ");

  const load = useCallback(() => {
    if (loadEvidence === null) return;
    for (const zone of wanted.split(" ")) {
      const key = `${zone} ${version}`;
      if (zone === "" || loading.current.has(key)) continue;
      loading.current.add(key);
      void callAction(t, loadEvidence, zone).then((result) => {
        if (result.ok) {
          setLoaded((all) => new Map(all).set(zone, result.value));
          setFailure(null);
        } else {
          loading.current.delete(key);
          setFailure(result.message ?? t("errors.unreachable"));
        }
      });
    }
  }, [wanted, version, loadEvidence, t]);
  useEffect(load, [load]);

  /** The evidence on a zone; null: it is not loaded yet. */
  const evidenceOf = useCallback(
    (zone: string): ZoneEvidence | null => given[zone] ?? loaded.get(zone) ?? null,
    [given, loaded],
  );
  return { evidenceOf, failure, retry: load };
}

/** A draft with what changes it. */
type KeptDraft = Pick<DraftState, "draft" | "setDraft" | "isKept" | "removeSent">;

interface SendingParts {
  readonly subject: RecordSubject;
  readonly kept: KeptDraft;
  readonly checked: CheckedDraft;
}

/** Sending the draft, and what came of it: what is wrong, what changed in the meantime, what was recorded. */
function useSending({ subject, kept, checked }: SendingParts) {
  const { draft, setDraft, removeSent } = kept;
  const text = useText();
  const router = useRouter();
  const { post, setFailure, ...form } = usePost(subject.personId, text.t("record.submit.conflict"));
  const [submitted, setSubmitted] = useState(false);
  const [fromServer, setFromServer] = useState<ReadonlyMap<string, Faults>>(new Map());
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Claim | null>>(new Map());

  const undo = async (revision: number) => {
    if (subject.undo === null) return;
    const answer = await callAction(text.t, subject.undo, { revision });
    const issues = answer.ok ? [] : answer.issues.map(({ message }) => message);
    toast(answer.ok ? text.t("record.value.undone") : (answer.message ?? issues.join(" ")));
  };

  /** @returns whether something that was typed during the sending is left */
  const finish = (revision: number, submission: string | null, sent: RecordDraft): boolean => {
    const [{ sourceId = "" } = {}] = checked.claims;
    rememberSource(subject.personId, sourceId);
    setConflicts(new Map());
    setFromServer(new Map());
    setSubmitted(false);
    const isLeft = removeSent(sent);
    router.refresh();
    const count = checked.claims.length + sent.records.length;
    if (submission === null) {
      const label = text.t("record.saved.undo");
      toast(text.t("record.saved.title", { count }), { label, onPress: () => void undo(revision) });
    } else {
      const label = text.t("record.review.open");
      const onPress = () => router.push(`/admin/work/review/${submission}` as Route);
      toast(text.t("record.review.waits", { count }), { label, onPress });
    }
    return isLeft;
  };

  /** Sends the draft. @returns where the focus goes next; null: it stays */
  const submit = async (): Promise<"missing" | "choice" | "start" | null> => {
    setSubmitted(true);
    if (!checked.ready) {
      setFailure(text.t("record.submit.incomplete"));
      return "missing";
    }
    if (draft.items.some(({ basedOn }) => basedOn === undefined)) {
      setFailure(text.t("record.submit.loading"));
      return null;
    }
    const hasNew = draft.records.some(({ recordId }) => recordId === null);
    const sent = hasNew ? withRecordIds(draft, subject.takenIds ?? []) : draft;
    if (hasNew) setDraft(() => sent);
    const request = buildRequest(text, sent, checked.claims);
    const outcome = await post("/api/v1/claims", request);
    switch (outcome?.kind) {
      case "done":
        return finish(outcome.revision, outcome.submission, sent) ? null : "start";
      case "conflict":
        setConflicts(
          new Map(
            outcome.conflicts.flatMap(({ index, current }) => {
              const id = checked.claims[index]?.id;
              return id ? [[id, current] as const] : [];
            }),
          ),
        );
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
        return "missing";
    }
    return null;
  };

  return {
    ...form,
    /** The claims displayed now that contradict the drafts of items, by the id of the item; null: unknown. */
    conflicts,
    /** Forgets what was wrong with an item that is changed. */
    forget: (id: string) => {
      setFailure(null);
      setFromServer((all) => without(all, id));
    },
    fromServer,
    /** Shows from now on what is missing. */
    showMissing: () => setSubmitted(true),
    /** Forgets the conflict of an item. */
    settle: (id: string) => setConflicts((all) => without(all, id)),
    submit,
    submitted,
  };
}
