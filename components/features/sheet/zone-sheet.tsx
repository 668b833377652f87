"use client";

import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { withOthers } from "@/components/entry/check-draft";
import { type DraftItem, isTouched } from "@/components/entry/draft";
import { isWaiting, listNeeds, NeedsList } from "@/components/entry/list-needs";
import { NewFirm } from "@/components/entry/new-firm";
import { isEnterInField, OpenValue } from "@/components/entry/open-value";
import { RecordDrafts } from "@/components/entry/record-drafts";
import type { RecordSubject } from "@/components/entry/subject";
import { type RecordState, useRecord } from "@/components/entry/use-record";
import { CONTROL, focusMissing, isTypedIn } from "@/components/entry/value-editor";
import { PreviewPanel } from "@/components/evidence/preview-panel";
import { SupportKey } from "@/components/evidence/support-key";
import { DeskForm } from "@/components/layout/desk-form";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { SearchField } from "@/components/ui/search-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useLeaveWarning } from "@/components/ui/use-leave-warning";
import type { FieldKey, ZoneValues } from "@/lib/catalogue/fields";
import { groupBy } from "@/lib/evidence/group-by";
import { listUnsupportedFields } from "@/lib/evidence/unsupported-fields";
import { lowerFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";
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
  const goToMissing = () => focusMissing(page.current);
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
    if (next === "missing") goToMissing();
    else if (next === "choice") focus("[data-choice]");
    else if (next === "start") focusRow(first);
  };
  const goOn = () => {
    if (checked.ready) void submit();
    else goToMissing();
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
    if (!isEnterInField(event)) return;
    event.preventDefault();
    goOn();
  };

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
        offers={record.offers}
        onPicked={goToMissing}
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
      <DeskForm form={record} email={email} isKept onSignedIn={() => void submit()}>
        <fieldset
          disabled={!isReady}
          className="grid min-w-0 items-start gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_19rem]"
        >
          <div className="grid min-w-0 gap-3">
            <RecordDrafts
              record={record}
              onStartOver={discard}
              onResumed={() => focus(`[data-value-control] ${CONTROL}`)}
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
              <div className={first === undefined ? "lg:hidden" : undefined}>
                <SupportKey>{t("sheet.settled")}</SupportKey>
              </div>
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
      </DeskForm>
    </div>
  );
}

/** The id of the element in which a claim is changed. */
function elementId(item: string): string {
  return `claim-${item}`;
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

interface SheetAsideProps {
  record: RecordState;
  /** Do the changes wait for another person? */
  waits: boolean;
  /** Facts that the new progress on site implies and that the zone does not show yet. */
  unsupported: readonly FieldKey[];
  onOpen: (fields: readonly FieldKey[]) => void;
  onSubmit: () => void;
  onDiscard: () => void;
}

/** What will change, what is missing, and the buttons: beside the values, on narrow screens at the foot of the window. */
function SheetAside(props: SheetAsideProps) {
  const { record, waits, unsupported, onOpen, onSubmit, onDiscard } = props;
  const text = useText();
  const { t } = text;
  const [isOpen, setOpen] = useState(false);
  const { busy, checked, draft, failure, isKept, previews } = record;
  const count = draft.items.length;
  const needs = listNeeds(checked);
  const missing = needs.filter(({ met }) => !met).length;
  if (count === 0) {
    return (
      <aside className="text-12 text-ink-3 max-lg:hidden" aria-labelledby="sheet-changes">
        <h2 id="sheet-changes" className="title mb-2 text-ink">
          {t("record.preview.title")}
        </h2>
        <p>{t("sheet.empty")}</p>
        <p className="mt-3">{t("sheet.keys")}</p>
        <SupportKey>{t("sheet.settled")}</SupportKey>
      </aside>
    );
  }
  return (
    <aside
      aria-labelledby="sheet-changes"
      className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] max-lg:fixed max-lg:inset-x-0 max-lg:bottom-13 max-lg:z-20 max-lg:max-h-[70dvh] max-lg:border-line-2 max-lg:border-t max-lg:bg-paper-2 max-lg:px-4 max-lg:py-2"
    >
      <div
        id="sheet-detail"
        className={cx("grid min-h-0 gap-3 overflow-y-auto", !isOpen && "max-lg:hidden")}
      >
        <h2 id="sheet-changes" className="title">
          {t("record.preview.title")}
        </h2>
        {previews.length === 0 ? <p className="text-ink-3">{t("record.preview.empty")}</p> : null}
        {previews.map(({ zone, preview }) => (
          <PreviewPanel key={zone} preview={preview} heading={null} />
        ))}
        {unsupported.length === 0 ? null : (
          <section className="grid justify-items-start gap-1 border-amber border-s-2 ps-3">
            <h3 className="font-semibold">{t("sheet.too.title")}</h3>
            <p className="text-12 text-ink-2">
              {t("sheet.too.words", {
                fields: text.list(
                  unsupported.map((field) => lowerFirst(text, text.fieldLabel(field))),
                ),
              })}
            </p>
            <Button onClick={() => onOpen(unsupported)}>
              {t("sheet.too.open", { count: unsupported.length })}
            </Button>
          </section>
        )}
        <section aria-labelledby="sheet-needs" className="border-line border-t pt-3">
          <h3 id="sheet-needs" className="mb-1 font-semibold">
            {t("sheet.needs.title")}
          </h3>
          <NeedsList
            needs={needs.map(({ need, met }) => ({ words: t(`sheet.needs.${need}`), met }))}
          />
        </section>
      </div>
      {failure ? (
        <Notice tone="rust" live>
          {failure}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant={missing === 0 ? "main" : "plain"}
          className="value-keys max-lg:order-last max-lg:ms-auto max-lg:h-11"
          aria-disabled={busy}
          onClick={onSubmit}
        >
          {busy ? t("record.submit.busy") : t(waits ? "sheet.send" : "sheet.record", { count })}
          <kbd className="max-lg:hidden">{t("sheet.recordKey")}</kbd>
        </Button>
        <Button className="max-lg:hidden" onClick={onDiscard}>
          {t("sheet.discard")}
        </Button>
        <Button
          variant="quiet"
          className="lg:hidden max-lg:h-11"
          aria-expanded={isOpen}
          aria-controls="sheet-detail"
          onClick={() => setOpen(!isOpen)}
        >
          {t("sheet.missing", { count: missing })}
        </Button>
      </div>
      {isKept ? null : (
        <Notice tone="rust" live>
          {t("record.draft.notKept")}
        </Notice>
      )}
      <p role="status" className="text-12 text-ink-3 max-lg:hidden">
        {missing > 0 ? t("sheet.missing", { count: missing }) : null} {t("sheet.addMore")}
      </p>
    </aside>
  );
}
