"use client";

import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { withOthers } from "@/components/entry/check-draft";
import { type DraftItem, isTouched } from "@/components/entry/draft";
import { isWaiting } from "@/components/entry/list-needs";
import { NewFirm } from "@/components/entry/new-firm";
import { OpenValue } from "@/components/entry/open-value";
import type { RecordSubject } from "@/components/entry/subject";
import { useRecord } from "@/components/entry/use-record";
import { CONTROL, isTypedIn, MISSING } from "@/components/entry/value-editor";
import { OtherPersonNotice } from "@/components/layout/other-person-notice";
import { SignInAgain } from "@/components/layout/sign-in-again";
import { UnfinishedDrafts } from "@/components/layout/unfinished-drafts";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SearchField } from "@/components/ui/search-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import type { FieldKey, ZoneValues } from "@/lib/catalogue/fields";
import { groupBy } from "@/lib/evidence/group-by";
import type { Source } from "@/lib/evidence/ledger-records";
import { listUnsupportedFields } from "@/lib/evidence/unsupported-fields";
import { useText } from "@/lib/text/use-text";
import { SheetAside } from "./sheet-aside";
import {
  countRows,
  findRows,
  isShownBy,
  rowKey,
  SHEET_FILTERS,
  type SheetFilter,
  type SheetRow,
} from "./sheet-rows";
import { SheetTable } from "./sheet-table";

/** Sources that are offered beside the chosen one. */
const MOST_OFFERED = 3;

interface ZoneSheetProps extends RecordSubject {
  /** The slug. */
  zone: string;
  email: string;
  values: readonly SheetRow[];
  /** The value to begin with; null: none. */
  start: Pick<DraftItem, "field" | "tenancy"> | null;
  /** What waits for another person: nothing with `off`, the 2 ladders, or all. */
  review: "off" | "ladders" | "all";
  /** May the person decide alone on what the registry knows against a value? */
  isReviewer: boolean;
}

/**
 * Every value of a zone with a pencil that opens it in place. Several open values are recorded together from one source.
 * What is typed survives a reload, an ended session and a lost connection.
 */
export function ZoneSheet(props: ZoneSheetProps) {
  const { email, values, start, review, isReviewer, ...subject } = props;
  const { zone } = subject;
  const text = useText();
  const { t } = text;
  const page = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(page);
  const record = useRecord(subject);
  const isReady = useHydrated();
  const [filter, setFilter] = useState<SheetFilter>("all");
  const [typed, setTyped] = useState("");
  const { checked, draft } = record;
  const [first] = draft.items;
  useLeaveWarning(isTouched(draft), t("record.draft.leave"));

  const shown = findRows(values, typed).filter((row) => isShownBy(row, filter));
  // An open value stays in sight whatever is looked for.
  const rows = values.filter((row) => shown.includes(row) || itemOf(row) !== undefined);
  const known = useMemo(() => countKnown(values), [values]);
  const waits = isWaiting(record, review, isReviewer);

  function itemOf(row: SheetRow): DraftItem | undefined {
    return draft.items.find((item) => rowKey(item.field, item.tenancy) === row.key);
  }
  const focusMissing = () =>
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>(MISSING)?.focus());
  const focusRow = ({ field, tenancy }: Pick<DraftItem, "field" | "tenancy">) =>
    focus(`[data-row="${CSS.escape(rowKey(field, tenancy))}"] button`);
  const open = (fact: Pick<DraftItem, "field" | "tenancy">) => {
    focusValue(record.open({ zone, field: fact.field, tenancy: fact.tenancy }));
  };
  const focusValue = (id: string) => focus(`#${elementId(id)} [data-value-control] ${CONTROL}`);
  const openAll = (fields: readonly FieldKey[]) => {
    setFilter("all");
    setTyped("");
    for (const field of [...fields].reverse()) open({ field, tenancy: null });
  };
  const discard = () => {
    record.clear();
    if (first) focusRow(first);
  };
  const leave = (item: DraftItem) => {
    record.remove(item.id);
    if (draft.items.length === 1) record.clear();
    focusRow(item);
  };
  const submit = async () => {
    if (!first) return;
    const next = await record.submit();
    if (next === "missing") focusMissing();
    else if (next === "choice") focus("[data-choice]");
    else if (next === "start") focusRow(first);
  };
  const goOn = () => {
    if (checked.ready) void submit();
    else focusMissing();
  };

  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const isModified = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && isModified && first) {
      event.preventDefault();
      void submit();
    } else if (event.key === "f" && !isModified && !event.altKey) {
      if (isTypedIn(event.target)) return;
      event.preventDefault();
      page.current?.querySelector<HTMLElement>("[type=search]")?.focus();
    }
  });
  const begin = useEffectEvent(() => {
    if (start) open(start);
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  // After the draft of this tab was restored: the value may be open already.
  useEffect(() => begin(), []);

  /** Enter in a field goes to the next thing that is needed, and records where nothing is. */
  const goOnWithEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { target } = event;
    if (event.defaultPrevented) return;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    goOn();
  };

  if (record.otherPerson !== null) return <OtherPersonNotice name={record.otherPerson} isKept />;

  const offers = listOffers(record, first);
  const isShown = (item: DraftItem) =>
    values.some(({ key }) => key === rowKey(item.field, item.tenancy));
  const editorOf = (item: DraftItem) => {
    const firm = record.tenancies.find(({ id }) => id === item.tenancy)?.firm;
    return (
      <OpenValue
        key={item.id}
        record={record}
        item={item}
        id={elementId(item.id)}
        {...(firm === undefined ? {} : { subject: firm })}
        sources={subject.sources}
        offers={offers}
        onPicked={focusMissing}
        onKept={() => focusValue(item.id)}
        onOwnEvidence={() => focus(`#${elementId(item.id)} textarea`)}
        onLeave={() => leave(item)}
      />
    );
  };

  const present = record.rows.find(({ slug }) => slug === zone)?.values;
  const status = checked.claims.find(({ field }) => field === "status");
  const unsupported =
    status === undefined || present === undefined
      ? []
      : listUnsupportedFields({
          ...withOthers(status, checked.claims, present),
          status: status.value as ZoneValues["status"],
        }).filter((field) => !draft.items.some((item) => item.field === field));

  return (
    <div ref={page}>
      <fieldset
        disabled={!isReady}
        className="grid min-w-0 items-start gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_19rem]"
      >
        <div className="grid min-w-0 gap-3">
          {record.restored ? (
            <Notice live action={<Button onClick={discard}>{t("record.draft.startOver")}</Button>}>
              {t("desk.restored")}
            </Notice>
          ) : null}
          <UnfinishedDrafts
            drafts={record.others}
            keyOf={({ draft: other }) => other.id}
            labelOf={({ draft: other, changedAt }) =>
              t("record.draft.changed", {
                reports: other.items.length,
                at: text.instant(new Date(changedAt)),
              })
            }
            onResume={({ draft: other }) => {
              record.resumeDraft(other);
              focus(`[data-value-control] ${CONTROL}`);
            }}
          />
          <div className="flex flex-wrap items-center gap-2">
            <form
              onSubmit={(event) => {
                event.preventDefault();
                const [found] = shown;
                if (found === undefined) return;
                setTyped("");
                open({ field: found.field, tenancy: found.tenancy ?? null });
              }}
            >
              <SearchField
                label={t("sheet.find")}
                placeholder={t("sheet.find")}
                value={typed}
                onChange={setTyped}
                hint={<kbd className="me-2 max-md:hidden">{t("sheet.findKey")}</kbd>}
              />
            </form>
            {SHEET_FILTERS.map((one) => (
              <Button key={one} aria-pressed={filter === one} onClick={() => setFilter(one)}>
                {t(`sheet.filter.${one}`, { count: countRows(values, one) })}
              </Button>
            ))}
          </div>
          <p role="status" className={shown.length === 0 ? "text-ink-3" : "sr-only"}>
            {typed === "" && filter === "all" ? null : t("sheet.found", { count: shown.length })}
          </p>
          <form noValidate onSubmit={(event) => event.preventDefault()} onKeyDown={goOnWithEnter}>
            <SheetTable
              rows={rows}
              known={known}
              editorOf={(row) => {
                const item = itemOf(row);
                return item === undefined ? null : editorOf(item);
              }}
              onOpen={({ field, tenancy = null }) => open({ field, tenancy })}
            />
            {/* Values of firms that the zone does not show yet. */}
            {draft.items.filter((item) => !isShown(item)).map(editorOf)}
          </form>
          <NewFirm
            zones={subject.zones}
            zone={zone}
            firms={[]}
            onAdd={(slug, name) => focusValue(record.addFirm(slug, name, record.open))}
          />
        </div>
        <SheetAside
          record={record}
          waits={waits}
          unsupported={unsupported}
          onOpen={openAll}
          onSubmit={() => void submit()}
          onDiscard={discard}
        />
      </fieldset>
      <SignInAgain
        open={record.signedOut}
        email={email}
        onClose={record.closeSignIn}
        onSignedIn={() => void submit()}
      />
    </div>
  );
}

/** The id of the element in which a claim is changed. */
function elementId(item: string): string {
  return `claim-${item}`;
}

/** The sources used last, then those of the first open value, newest first. */
function listOffers(
  {
    lastSources,
    shownOf,
    sources,
  }: Pick<ReturnType<typeof useRecord>, "lastSources" | "shownOf" | "sources">,
  first: DraftItem | undefined,
): readonly Source[] {
  if (first === undefined) return [];
  const { evidence, rivals } = shownOf(first);
  const cited = [...(evidence ? [evidence] : []), ...rivals.map((rival) => rival.evidence)]
    .sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))
    .flatMap(({ claim }) => sources.get(claim.sourceId) ?? []);
  return [...new Set([...lastSources, ...cited])].slice(0, MOST_OFFERED);
}

function countKnown(values: readonly SheetRow[]) {
  const groups = groupBy(values, ({ group }) => group);
  return new Map(
    [...groups].map(([group, own]) => [
      group,
      { known: own.filter(({ words }) => words !== undefined).length, total: own.length },
    ]),
  );
}
