"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { EvidenceLine } from "@/components/evidence/evidence-line";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { fieldClass } from "@/components/ui/field-class";
import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldSpec, FieldValue, Place } from "@/lib/catalogue/kinds";
import { listFieldTerms } from "@/lib/catalogue/vocabularies";
import type { GateRequirement } from "@/lib/evidence/gates";
import type { Source } from "@/lib/evidence/ledger-records";
import type { Resolution } from "@/lib/evidence/resolve";
import { isPlace } from "@/lib/evidence/value-equality";
import { upperFirst } from "@/lib/text/first-letter";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import { describeRequirement, type Faults } from "./check-draft";
import { type DraftItem, readItem, typeValue } from "./draft";
import type { Precision } from "./place-picker";
import "./value-editor.css";
import { Spinner } from "@/components/ui/spinner";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { isUnderstood } from "@/lib/entry/reading";
import { describeReading, describeRefusal, describeSuggestion } from "@/lib/text/entry-words";

/** A value that a button or a digit picks. */
interface ValueChoice {
  /** As `readItem` reads it; null: the source says that the value is unknown. */
  readonly typed: string | null;
  readonly label: string;
  /** The digit that picks it; null: there are more values than digits. */
  readonly digit: string | null;
}

/** Selects what takes the focus in a form. */
export const CONTROL = ":is(input, textarea, select, button:not([tabindex='-1']))";
/** Selects the first thing that is needed and not there, or that is wrong. */
export const MISSING = `[data-missing] ${CONTROL}`;

/**
 * Moves the focus to the first thing in a part of the page that is needed and not there, or that is wrong: of the fields
 * of one thing to the one that is wrong, else to one that is empty.
 */
export function focusMissing(part: ParentNode | null): void {
  requestAnimationFrame(() => {
    const first = part?.querySelector<HTMLElement>(MISSING);
    const controls = first?.closest("[data-missing]")?.querySelectorAll<HTMLElement>(CONTROL);
    const all = [...(controls ?? [])];
    const isWrong = (one: HTMLElement) => one.getAttribute("aria-invalid") === "true";
    const isEmpty = (one: HTMLElement) => isTypedIn(one) && "value" in one && one.value === "";
    (all.find(isWrong) ?? all.find(isEmpty) ?? first)?.focus();
  });
}

/** Is an element one in which digits and letters are typed? */
export function isTypedIn(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== "checkbox")
  );
}

/** The values of a field as buttons: those of a list by the digits from 1, then unknown by 0. */
function listValueChoices(text: Text, field: FieldKey): readonly ValueChoice[] {
  const listed = (listChoices(fieldSpec(field)) ?? []).map((value, place) => ({
    typed: String(value),
    label: upperFirst(text, text.bareValue(field, value)),
    digit: place < 9 ? String(place + 1) : null,
  }));
  const unknown = upperFirst(text, text.bareValue(field, null));
  return [...listed, { typed: null, label: unknown, digit: "0" }];
}

/** The present value as it is typed; empty: it is unknown. */
export function typePresent(field: FieldKey, value: FieldValue): string {
  return isPlace(value) ? `${value.lat}, ${value.lon}` : (typeValue(field, value) ?? "");
}

interface ValueEditorProps {
  /** Id of the element. */
  id: string;
  item: DraftItem;
  /** The firm, the zone or both, where the page does not say it; absent: it does. */
  subject?: string;
  /** What the field displays now. */
  shown: Resolution;
  sources: ReadonlyMap<string, Source>;
  /** What the value requires; empty: a source is enough. */
  requirements: readonly GateRequirement[];
  /** What is wrong, said at its part. */
  faults: Faults;
  onChange: (part: Partial<DraftItem>) => void;
  /** A value was picked: what is missing comes next. */
  onPicked: () => void;
  /** Closes it without recording. */
  onLeave: () => void;
  /** How exact the location of the zone is by now, and what a place on the map does; absent: there is no map. */
  map?: {
    readonly precision: Precision | null;
    readonly onPick: (place: Place, precision: Precision) => void;
  };
  /** The fields of the evidence. */
  children: ReactNode;
  /** Another value was recorded in the meantime: both, and the choice. */
  conflict?: ReactNode;
}

/**
 * One value with its present state, the control that changes it, the evidence, and the confirmation where a step needs it.
 * Digits pick a value while the focus is not in a field; Escape leaves.
 */
export function ValueEditor({
  id,
  item,
  subject,
  shown,
  sources,
  requirements,
  faults,
  onChange,
  onPicked,
  onLeave,
  map,
  children,
  conflict,
}: ValueEditorProps) {
  const text = useText();
  const { t } = text;
  const label = text.fieldLabel(item.field);
  const choices = listValueChoices(text, item.field);
  const pick = ({ typed }: ValueChoice) => {
    onChange({ text: typed ?? "", notKnown: typed === null, gateConfirmed: false });
    onPicked();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return onLeave();
    }
    const choice = isTypedIn(event.target)
      ? undefined
      : choices.find(({ digit }) => digit === event.key);
    if (choice === undefined) return;
    event.preventDefault();
    pick(choice);
  };
  return (
    <section
      id={id}
      aria-label={subject ? t("record.report.label", { field: label, subject }) : label}
      data-shown-whole
      className="value-editor scroll-my-16 grid gap-3"
      onKeyDown={onKeyDown}
    >
      <header className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="font-semibold">
          {label}
          {subject ? <span className="font-normal text-ink-3"> · {subject}</span> : null}
        </h3>
        <PresentValue field={item.field} shown={shown} sources={sources} />
        <Button variant="quiet" className="-my-1 ms-auto" onClick={onLeave}>
          {t("record.value.leave")} <kbd>{t("record.value.escape")}</kbd>
        </Button>
      </header>
      {conflict}
      <ValueControl
        item={item}
        present={shown.value}
        choices={choices}
        fault={faults.value}
        onChange={onChange}
        onPick={pick}
        map={map}
      />
      {children}
      <Confirmation
        requirements={requirements}
        checked={item.gateConfirmed}
        invalid={faults.gateConfirmed !== undefined}
        onChange={(gateConfirmed) => onChange({ gateConfirmed })}
      />
    </section>
  );
}

/** "now Under development Apr 2025 · UrduPoint". */
function PresentValue({
  field,
  shown: { value, evidence, mark },
  sources,
}: { field: FieldKey } & Pick<ValueEditorProps, "shown" | "sources">) {
  const text = useText();
  const source = evidence ? sources.get(evidence.claim.sourceId) : undefined;
  return (
    <p className="text-12 text-ink-3">
      {text.t.rich("record.value.now", {
        value: text.value(field, value),
        shown: (words) => (
          <span className={value === null ? "unknown" : "font-medium text-ink"}>{words}</span>
        ),
      })}{" "}
      <EvidenceLine date={evidence?.date ?? null} mark={mark} />
      {source ? ` · ${source.publisher}` : null}
    </p>
  );
}

interface ValueControlProps extends Pick<ValueEditorProps, "item" | "onChange" | "map"> {
  present: FieldValue;
  choices: readonly ValueChoice[];
  fault: string | undefined;
  onPick: (choice: ValueChoice) => void;
}

/** Buttons for the values of a list; for others a field with the present value, and buttons for it and for unknown. */
function ValueControl(props: ValueControlProps) {
  const { item, present, choices, fault, onChange, onPick, map } = props;
  const text = useText();
  const { t } = text;
  const id = useId();
  const spec = fieldSpec(item.field);
  const isListed = choices.length > 1;
  const now = typePresent(item.field, present);
  const picked = item.notKnown ? null : item.text;
  const meaning =
    spec.kind === "choice" && item.text !== ""
      ? text.termDefinition(spec.vocabulary, item.text)
      : null;
  return (
    <div
      className="grid gap-1"
      data-value-control
      data-missing={picked === "" || fault !== undefined || undefined}
    >
      {isListed ? null : (
        <TypedValue
          id={id}
          item={item}
          now={now}
          describedBy={`${id}-fault`}
          invalid={fault !== undefined}
          placeholder={describeExample(text, spec)}
          onChange={(typed) => onChange({ text: typed, notKnown: false, gateConfirmed: false })}
        />
      )}
      <Choices
        label={t("record.report.value")}
        choices={
          isListed || now === ""
            ? choices
            : [{ typed: now, label: t("record.value.same"), digit: null }, ...choices]
        }
        picked={isListed || item.notKnown || item.text === now ? picked : ""}
        now={isListed ? (present === null ? null : now) : undefined}
        invalid={isListed && fault !== undefined}
        describedBy={`${id}-fault`}
        onPick={onPick}
      />
      {isListed ? null : (
        <ValueReading
          item={item}
          refused={fault !== undefined}
          onUse={(typed) => onChange({ text: typed, gateConfirmed: false })}
        />
      )}
      {meaning ? <p className="text-12 text-ink-2">{meaning}</p> : null}
      {fault === undefined ? null : (
        <p id={`${id}-fault`} className="text-12 text-rust">
          {fault}
        </p>
      )}
      {item.field === "location" && map && !item.notKnown ? (
        <PlaceButton
          place={isPlace(present) ? present : null}
          precision={map.precision}
          onPick={map.onPick}
        />
      ) : null}
    </div>
  );
}

interface TypedValueProps {
  id: string;
  item: DraftItem;
  /** The present value as it is typed. */
  now: string;
  invalid: boolean;
  describedBy: string;
  placeholder: string | undefined;
  onChange: (typed: string) => void;
}

/** Begins with the present value, which is no report until it is changed or confirmed by its button. */
function TypedValue({
  id,
  item,
  now,
  invalid,
  describedBy,
  placeholder,
  onChange,
}: TypedValueProps) {
  const { t } = useText();
  const [isTouched, setTouched] = useState(false);
  const { kind } = fieldSpec(item.field);
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {t("record.report.value")}
      </label>
      <input
        id={id}
        type="text"
        inputMode={kind === "number" ? "decimal" : undefined}
        autoComplete="off"
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        className={fieldClass(invalid, kind === "list" || kind === "text" ? "" : "max-w-72")}
        placeholder={placeholder}
        value={item.notKnown ? "" : isTouched || item.text !== "" ? item.text : now}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTouched(true);
          onChange(event.currentTarget.value);
        }}
      />
    </>
  );
}

interface ChoicesProps {
  label: string;
  choices: readonly ValueChoice[];
  /** Null: unknown; empty: none yet. */
  picked: string | null;
  /** What is displayed now, null where that is unknown; absent: it is not marked. */
  now?: string | null | undefined;
  invalid: boolean;
  describedBy: string;
  onPick: (choice: ValueChoice) => void;
}

/** A row of values. Arrows move the focus and pick nothing, because a pick moves the focus on. */
function Choices({ label, choices, picked, now, invalid, describedBy, onPick }: ChoicesProps) {
  const { t } = useText();
  const row = useRef<HTMLFieldSetElement>(null);
  const current = Math.max(
    0,
    choices.findIndex(({ typed }) => typed === picked),
  );
  const move = (event: KeyboardEvent, by: number) => {
    const buttons = [...(row.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(event.currentTarget as HTMLButtonElement);
    event.preventDefault();
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <fieldset ref={row} aria-describedby={describedBy} className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice, place) => (
        <button
          key={`${choice.typed} ${choice.digit}`}
          type="button"
          aria-pressed={choice.typed === picked}
          data-value={choice.typed ?? "unknown"}
          tabIndex={place === current ? 0 : -1}
          className={cx("value-choice", invalid && "field-invalid")}
          onClick={() => onPick(choice)}
          onKeyDown={(event) => {
            if (event.key === "ArrowRight" || event.key === "ArrowDown") move(event, 1);
            else if (event.key === "ArrowLeft" || event.key === "ArrowUp") move(event, -1);
          }}
        >
          {choice.digit === null ? null : <kbd>{choice.digit}</kbd>}
          {choice.label}
          {now !== undefined && choice.typed === now ? (
            <span className="font-normal text-ink-3">{t("record.value.present")}</span>
          ) : null}
        </button>
      ))}
    </fieldset>
  );
}

interface ConfirmationProps {
  requirements: readonly GateRequirement[];
  checked: boolean;
  invalid: boolean;
  onChange: (checked: boolean) => void;
}

/** The box that a step, an end or a doubt needs, with what the registry knows against the value. */
function Confirmation({ requirements, checked, invalid, onChange }: ConfirmationProps) {
  const text = useText();
  const id = useId();
  const boxes = requirements.filter(({ part }) => part === "gateConfirmed");
  const words = boxes.map((requirement) => describeRequirement(text, requirement));
  const others = requirements.filter(({ part, met }) => part === "origin" && !met);
  return (
    <>
      {others.map((requirement) => (
        <p key={requirement.part} className="text-12 text-rust">
          {describeRequirement(text, requirement)}
        </p>
      ))}
      {boxes.length === 0 ? null : (
        <label htmlFor={id} className="flex items-start gap-2" data-missing={!checked || undefined}>
          <Checkbox
            id={id}
            className="mt-0.5"
            aria-invalid={invalid || undefined}
            checked={checked}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          <span className={cx("grid font-medium", invalid && "text-rust")}>
            {words.map((one) => (
              <span key={one}>{one}</span>
            ))}
          </span>
        </label>
      )}
    </>
  );
}

/** The values of a field that can be listed; null where the value is typed. */
function listChoices(spec: FieldSpec): readonly NonNullable<FieldValue>[] | null {
  switch (spec.kind) {
    case "choice":
      return listFieldTerms(spec).map(({ value }) => value);
    case "flag":
      return [true, false];
    case "level":
      return spec.levels.map((_, level) => level);
    default:
      return null;
  }
}

/** How a value is typed; undefined where there is nothing to say. */
function describeExample({ t }: Text, spec: FieldSpec): string | undefined {
  switch (spec.kind) {
    case "number":
      if (spec.unit === "USD m") return t("record.example.money");
      return t("record.example.number", {
        unit: spec.unit,
        applicable: spec.notApplicable ? "no" : "yes",
      });
    case "list":
      return t(`record.example.${spec.items ?? "list"}`);
    case "date":
    case "place":
    case "country":
      return t(`record.example.${spec.kind}`);
    default:
      return undefined;
  }
}

interface ValueReadingProps {
  item: Pick<DraftItem, "field" | "text" | "notKnown">;
  /** Is the refusal said with the field, as after the form was sent? */
  refused: boolean;
  onUse: (text: string) => void;
}

/** How the typed value was understood; or why it was not, with what it may be. */
function ValueReading({ item, refused, onUse }: ValueReadingProps) {
  const text = useText();
  if (item.notKnown || item.text.trim() === "") return null;
  const reading = readItem(item);
  if (isUnderstood(reading)) {
    const words = describeReading(text, item.field, reading);
    return (
      <p role="status" className="text-12 text-ink-2">
        {words}
      </p>
    );
  }
  const { suggestion } = reading;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12">
      {refused ? null : <p className="text-amber-ink">{describeRefusal(text, reading)}</p>}
      {suggestion === null ? null : (
        <Button onClick={() => onUse(suggestion)}>{describeSuggestion(text, reading)}</Button>
      )}
    </div>
  );
}

const loadPicker = () => import("./place-picker").then((module) => module.PlacePicker);

interface PlaceButtonProps {
  /** Where the map starts; null: the whole country. */
  place: Place | null;
  /** How exact the place is by now; null: unknown. */
  precision: Precision | null;
  onPick: (place: Place, precision: Precision) => void;
}

/** Opens a map on which the place is picked; the map is loaded only then. */
export function PlaceButton({ place, precision, onPick }: PlaceButtonProps) {
  const { t } = useText();
  const { part: Picker, load, failed } = useLoaded(loadPicker);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <div className="grid gap-2">
      <div>
        <Button
          ref={opener}
          aria-expanded={open}
          onClick={() => {
            load();
            setOpen(!open);
          }}
        >
          {t("record.place.pick")}
        </Button>
      </div>
      {!open ? null : failed ? (
        <p className="text-12 text-rust">{t("record.place.noMap")}</p>
      ) : Picker === null ? (
        <Spinner />
      ) : (
        <Picker
          place={place}
          precision={precision ?? "site"}
          onPick={(picked, exact) => {
            setOpen(false);
            // The button that was pressed goes with the map.
            opener.current?.focus();
            onPick(picked, exact);
          }}
        />
      )}
    </div>
  );
}
