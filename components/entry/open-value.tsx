import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from "react";
import { DateField } from "@/components/time/date-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { guessLanguage } from "@/components/ui/original";
import { TextField } from "@/components/ui/text-field";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import type { FieldKey } from "@/lib/catalogue/fields";
import { readDateText } from "@/lib/entry/read-value";
import { isMoneyField, MAX_NOTE_LENGTH } from "@/lib/evidence/check-claim";
import { countWords, MAX_QUOTED_WORDS } from "@/lib/evidence/check-text";
import type { GateRequirement } from "@/lib/evidence/gates";
import {
  type Claim,
  CONFIDENCES,
  ORIGINS,
  type Origin,
  type Source,
} from "@/lib/evidence/ledger-records";
import type { DraftClaim } from "@/lib/evidence/preview";
import { QUOTED_LANGUAGES } from "@/lib/records/record-kinds";
import { useText } from "@/lib/text/use-text";
import { isPartialDate } from "@/lib/time/day";
import type { Faults } from "./check-draft";
import type { DraftItem } from "./draft";
import { SourcePicker } from "./source-picker";
import type { RecordState } from "./use-record";
import { ValueEditor } from "./value-editor";

interface OpenValueProps {
  record: RecordState;
  item: DraftItem;
  /** Id of the element. */
  id: string;
  /** The firm, the zone or both, where the page does not say it; absent: it does. */
  subject?: string;
  /** The sources to choose from, and those of them that are offered first; absent: the source is chosen elsewhere. */
  sources?: readonly Source[];
  offers?: readonly Source[];
  /** A value was picked: what is missing comes next. */
  onPicked: () => void;
  /** The changed value is kept against one that others recorded meanwhile. */
  onKept: () => void;
  /** The value gets evidence of its own; absent: each has. */
  onOwnEvidence?: () => void;
  /** Closes the value without recording. */
  onLeave: () => void;
  /** It gives way to what others recorded meanwhile; absent: it is closed. */
  onRemove?: () => void;
  /** Below the evidence. */
  children?: ReactNode;
}

/** An open value of a record with its evidence. The first open value has the source of all, unless it is chosen elsewhere. */
export function OpenValue(props: OpenValueProps) {
  const { record, item, id, subject, onPicked, onKept, onLeave } = props;
  const { checked, draft, submitted } = record;
  const current = record.conflictOf(item);
  return (
    <ValueEditor
      id={id}
      item={item}
      {...(subject === undefined ? {} : { subject })}
      shown={record.shownOf(item)}
      sources={record.sources}
      requirements={checked.gates.get(item.id) ?? []}
      faults={{
        ...record.fromServer.get(item.id),
        ...(submitted ? checked.itemFaults.get(item.id) : {}),
      }}
      onChange={(part) => record.change(item.id, part)}
      onPicked={onPicked}
      onLeave={onLeave}
      map={{
        precision: record.precisionOf(item.zone),
        onPick: (place, precision) => record.pickPlace(item, place, precision),
      }}
      conflict={
        current === undefined ? null : (
          <ConflictNotice
            field={item.field}
            current={current}
            draft={checked.claims.find((claim) => claim.id === item.id)}
            draftSource={
              draft.newSource?.title || record.sources.get(draft.sourceId ?? "")?.title || ""
            }
            sources={record.sources}
            onKeep={() => {
              record.overwrite(item, current);
              onKept();
            }}
            onRemove={props.onRemove ?? onLeave}
          />
        )
      }
    >
      <Evidence {...props} />
      {props.children}
    </ValueEditor>
  );
}

/** The evidence of an open value: that of the first one is shared unless a value has its own. */
function Evidence(props: OpenValueProps) {
  const { record, item, sources, offers = [], onPicked, onOwnEvidence } = props;
  const { t, fieldLabel } = useText();
  const part = useRef<HTMLDivElement>(null);
  const focus = useFocusWithin(part);
  const { checked, draft, submitted } = record;
  const [first] = draft.items;
  const isFirst = sources !== undefined && item === first;
  if (!isFirst && !item.ownEvidence && onOwnEvidence) {
    return (
      <p className="flex flex-wrap items-center gap-x-3 text-12 text-ink-3">
        {t("record.value.asFirst", { field: fieldLabel(first?.field ?? item.field) })}
        <Button
          variant="quiet"
          onClick={() => {
            record.change(item.id, { ownEvidence: true });
            onOwnEvidence();
          }}
        >
          {t("record.value.own")}
        </Button>
      </p>
    );
  }
  const { asOf: sharedDay } = checked.sourceFaults;
  const missing = {
    ...(isFirst && sharedDay !== undefined ? { asOf: sharedDay } : {}),
    ...checked.itemFaults.get(item.id),
  };
  // A day that is read but cannot be is said at once, what is missing only once it was to be recorded.
  const isDayRead = isPartialDate(readDateText(item.asOf || draft.asOf));
  const early: Faults = isDayRead && missing.asOf ? { asOf: missing.asOf } : {};
  const faults = { ...record.fromServer.get(item.id), ...(submitted ? missing : early) };
  const shared = {
    item,
    draftOrigin: draft.origin,
    requirements: checked.gates.get(item.id) ?? [],
  };
  if (!isFirst) {
    return (
      <EvidenceFields
        {...shared}
        asOf={item.asOf}
        placeholder={draft.asOf}
        onAsOf={(asOf) => record.change(item.id, { asOf })}
        {...(item.sourceId === undefined
          ? {}
          : { onOrigin: (origin) => record.change(item.id, { origin }) })}
        faults={faults}
        missing={missing}
        onChange={(part) => record.change(item.id, part)}
      />
    );
  }
  const shownFaults = submitted ? checked.sourceFaults : {};
  const isSourceMissing = Object.keys(checked.sourceFaults).some((name) => name !== "asOf");
  return (
    <EvidenceFields
      {...shared}
      part={part}
      source={
        <div data-missing={isSourceMissing || undefined}>
          <p className="font-medium text-12">
            {t("record.source.title")}{" "}
            <span className="font-normal text-ink-3">
              {draft.offered || isSourceMissing
                ? t(draft.offered ? "sheet.lastUsed" : "record.value.needed")
                : null}
            </span>
          </p>
          <SourcePicker
            draft={draft}
            sources={sources}
            offers={offers}
            faults={shownFaults}
            onChange={record.changeSource}
            onPicked={() => {
              // The words, where nothing is missing: a key that is typed next must not take the source away.
              focus("textarea");
              onPicked();
            }}
          />
        </div>
      }
      asOf={draft.asOf}
      onAsOf={(asOf) => record.setDraft((d) => ({ ...d, asOf, offered: false }))}
      onOrigin={(origin) => record.setDraft((d) => ({ ...d, origin }))}
      faults={{ ...shownFaults, ...faults }}
      missing={missing}
      onChange={(part) => {
        // A summary and a sum are of one report; the words and what is said of them are shared.
        const isOwn = "note" in part || "amount" in part || "currency" in part;
        if (isOwn) record.change(item.id, part);
        else record.changeShared(part);
      }}
    />
  );
}

/** Is Enter alone pressed in a field, where nothing else has taken it? */
export function isEnterInField(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, shiftKey, defaultPrevented, target } = event;
  if (key !== "Enter" || ctrlKey || metaKey || shiftKey || defaultPrevented) return false;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

interface EvidenceFieldsProps {
  /** Their element, in which the focus moves; absent: it does not. */
  part?: RefObject<HTMLDivElement | null>;
  /** The source; absent: it is that of another report. */
  source?: ReactNode;
  item: DraftItem;
  /** The date as typed, and where nothing is typed. */
  asOf: string;
  placeholder?: string;
  onAsOf: (asOf: string) => void;
  draftOrigin: Origin;
  /** Absent: the type of source is that of another report. */
  onOrigin?: (origin: Origin) => void;
  requirements: readonly GateRequirement[];
  /** What is wrong or missing: what is said, and all of it. */
  faults: Faults;
  missing: Faults;
  onChange: (part: Partial<DraftItem>) => void;
}

/** The evidence for a value in one line: source, date, who says it, the source's words; below it a summary and what is guessed. */
function EvidenceFields({
  part,
  source,
  item,
  asOf,
  placeholder,
  onAsOf,
  draftOrigin,
  onOrigin,
  requirements,
  faults,
  missing,
  onChange,
}: EvidenceFieldsProps) {
  const { t, number } = useText();
  const [hasNote, setHasNote] = useState(false);
  const need = (part: string) => requirements.some((one) => one.part === part);
  const named = (name: string, part: string) => (
    <>
      {name}{" "}
      {need(part) && missing[part] !== undefined ? (
        <span className="font-normal text-ink-3">{t("record.value.needed")}</span>
      ) : null}
    </>
  );
  const showsNote = hasNote || item.note !== "" || need("note") || missing.note !== undefined;
  return (
    <div ref={part} className="grid gap-3 border-line border-t pt-3">
      <div className={cx("grid gap-x-4 gap-y-3", source !== undefined && "md:grid-cols-2")}>
        {source}
        <div className="grid content-start gap-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <div data-missing={missing.asOf !== undefined || undefined}>
            <DateField
              label={named(t("record.value.day"), "asOf")}
              hint={t("record.value.dayHint")}
              placeholder={placeholder}
              value={asOf}
              onChange={onAsOf}
              error={faults.asOf}
            />
          </div>
          <div
            className="sm:row-span-2"
            data-missing={missing.quotation !== undefined || undefined}
          >
            <TextField
              label={named(t("record.value.words"), "quotation")}
              hint={t("record.value.wordsHint", {
                count: countWords(item.quotation),
                max: number(MAX_QUOTED_WORDS),
              })}
              rows={4}
              value={item.quotation}
              onChange={(quotation) =>
                onChange({
                  quotation,
                  ...(item.quotationLang === guessLanguage(item.quotation)
                    ? { quotationLang: guessLanguage(quotation) }
                    : {}),
                })
              }
              error={faults.quotation}
            />
          </div>
          <ChoiceField
            label={t("record.source.origin.label")}
            hint={t("record.source.origin.hint")}
            values={onOrigin ? ORIGINS : ["", ...ORIGINS]}
            labelOf={(origin) =>
              origin === ""
                ? t("record.report.sameOrigin", {
                    origin: t(`record.source.origin.${draftOrigin}`),
                  })
                : t(`record.source.origin.${origin}`)
            }
            value={item.origin ?? (onOrigin ? draftOrigin : "")}
            onChange={(origin) => {
              if (onOrigin && origin !== "") onOrigin(origin);
              else onChange({ origin: origin === "" ? null : origin });
            }}
          />
        </div>
      </div>
      {showsNote ? (
        <div data-missing={missing.note !== undefined || undefined}>
          <TextField
            label={named(t("record.report.note"), "note")}
            hint={t("record.report.length", {
              count: number(item.note.length),
              max: number(MAX_NOTE_LENGTH),
            })}
            rows={2}
            value={item.note}
            onChange={(note) => onChange({ note })}
            error={faults.note}
          />
        </div>
      ) : null}
      <div
        className="flex flex-wrap items-start gap-x-4"
        data-missing={missing.locator !== undefined || undefined}
      >
        <div className="min-w-0 flex-1 basis-60">
          <ItemDetails
            item={item}
            faults={faults}
            isMissing={missing.locator !== undefined}
            onChange={onChange}
          />
        </div>
        {showsNote ? null : (
          <Button variant="quiet" onClick={() => setHasNote(true)}>
            {t("record.value.summary")}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ItemDetailsProps {
  item: DraftItem;
  faults: Faults;
  /** Is the place in the source needed? */
  isMissing: boolean;
  onChange: (part: Partial<DraftItem>) => void;
}

/**
 * What a claim mostly has in common with the one before it, folded away with its values in one line: confidence,
 * language, place in the source, whether the value fell, and the sum in another currency. It opens where something in it
 * is needed or wrong.
 */
function ItemDetails({ item, faults, isMissing, onChange }: ItemDetailsProps) {
  const text = useText();
  const { t } = text;
  const decline = useId();
  const [opened, setOpened] = useState(false);
  const isWrong = isMissing || Boolean(faults.locator ?? faults.money ?? faults.currency);
  return (
    <details
      className="fold"
      open={opened || isWrong}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>
        {t("record.report.more", {
          confidence: t(`record.report.confidence.${item.confidence}`),
          language: text.language(item.quotationLang),
        })}
      </summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        <ChoiceField
          label={t("record.report.confidence.label")}
          hint={t("record.report.confidence.hint")}
          values={CONFIDENCES}
          labelOf={(confidence) => t(`record.report.confidence.${confidence}`)}
          value={item.confidence}
          onChange={(confidence) => onChange({ confidence })}
        />
        <ChoiceField
          label={t("record.report.language")}
          values={QUOTED_LANGUAGES}
          labelOf={(code) => text.language(code)}
          value={item.quotationLang}
          onChange={(quotationLang) => onChange({ quotationLang })}
        />
        <TextField
          label={t("record.report.locator")}
          hint={t("record.report.locatorHint")}
          maxLength={MAX_NOTE_LENGTH}
          value={item.locator}
          onChange={(locator) => onChange({ locator })}
          error={faults.locator}
        />
        <label htmlFor={decline} className="flex min-h-6 items-center gap-2 text-12">
          <Checkbox
            id={decline}
            checked={item.decline}
            onChange={(event) => onChange({ decline: event.currentTarget.checked })}
          />
          {t("record.report.decline")}
        </label>
        {isMoneyField(item.field) ? (
          <>
            <TextField
              label={t("record.report.amount")}
              hint={t("record.report.amountHint")}
              inputMode="decimal"
              value={item.amount}
              onChange={(amount) => onChange({ amount })}
              error={faults.money}
            />
            <TextField
              label={t("record.report.currency")}
              hint={t("record.report.currencyHint")}
              maxLength={3}
              value={item.currency}
              onChange={(currency) => onChange({ currency })}
              error={faults.currency}
            />
          </>
        ) : null}
      </div>
    </details>
  );
}

interface ConflictNoticeProps {
  field: FieldKey;
  /** The claim that is displayed now; null: unknown. */
  current: Claim | null;
  /** The claim in the form; undefined: its value cannot be read yet. */
  draft: DraftClaim | undefined;
  /** Title of the draft's source; empty: none is chosen yet. */
  draftSource: string;
  sources: ReadonlyMap<string, Source>;
  /** Keeps the draft's claim, based on what is displayed now. */
  onKeep: () => void;
  /** Removes the claim from the form. */
  onRemove: () => void;
}

/** Another value was recorded in the meantime: both values with their sources, and the choice. */
function ConflictNotice({
  field,
  current,
  draft,
  draftSource,
  sources,
  onKeep,
  onRemove,
}: ConflictNoticeProps) {
  const text = useText();
  const { t } = text;
  const source = current ? sources.get(current.sourceId) : undefined;
  const bold = current === null || current.value === null ? "unknown" : "font-semibold";
  return (
    <Notice
      tone="amber"
      live
      action={
        <div className="flex flex-wrap gap-2">
          <Button data-choice onClick={onKeep}>
            {t("record.conflict.keep")}
          </Button>
          <Button variant="quiet" onClick={onRemove}>
            {t("record.conflict.remove")}
          </Button>
        </div>
      }
    >
      <p className="font-medium">{t("record.conflict.title")}</p>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <dt>{t("record.conflict.displayed")}</dt>
        <dd>
          <b className={bold}>{text.value(field, current?.value ?? null)}</b>
          {current?.asOf ? ` · ${text.partialDate(current.asOf)}` : ""}
          {source
            ? ` · ${t("record.conflict.from", { publisher: source.publisher, title: source.title })}`
            : ""}
          {current?.note ? <span className="block">{current.note}</span> : null}
        </dd>
        <dt>{t("record.conflict.yours")}</dt>
        <dd>
          <b className="font-semibold">
            {draft ? text.value(field, draft.value) : t("record.conflict.noValue")}
          </b>
          {" · "}
          {draftSource || t("record.conflict.noSource")}
        </dd>
      </dl>
      <p className="mt-1">{t("record.conflict.help")}</p>
    </Notice>
  );
}
