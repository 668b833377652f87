"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { TextField } from "@/components/ui/text-field";
import type { RecordDraft } from "@/lib/records/record-draft";
import { splitLines } from "@/lib/records/record-draft";
import type { PartKey, RecordPart } from "@/lib/records/record-kinds";
import { usePlainText } from "@/lib/text/use-plain-text";

/** A record that a field can name. */
export interface RecordOption {
  readonly id: string;
  readonly label: string;
}

/** What the fields of a record can choose from. */
export interface RecordOptions {
  readonly zones: readonly RecordOption[];
  readonly sources: readonly RecordOption[];
  /** The values of the choices, by part. */
  readonly choices: Readonly<Partial<Record<PartKey, readonly RecordOption[]>>>;
}

/** The parts with a hint under their field. */
const HINTS = {
  slug: "slug",
  otherNames: "otherNames",
  zones: "zones",
  sourceId: "sourceId",
  date: "date",
  asOf: "date",
  publishedOn: "date",
  value: "value",
  cohort: "cohort",
} as const satisfies Partial<Record<PartKey, string>>;

const hasHint = (key: PartKey): key is keyof typeof HINTS => Object.hasOwn(HINTS, key);

interface PartFieldProps {
  part: RecordPart;
  draft: RecordDraft;
  fault: string | undefined;
  options: RecordOptions;
  onChange: (typed: string) => void;
}

/** The field of one part of a record. */
export function PartField({ part, draft, fault, options, onChange }: PartFieldProps) {
  const { t } = usePlainText();
  const { key, input, max, required = false } = part;
  const { zones, sources, choices } = options;
  const value = draft[key] ?? "";
  const listed = choices[key] ?? [];
  const label = t(`records.part.${key}`);
  const hint = hasHint(key) ? t(`records.hint.${HINTS[key]}`) : undefined;
  const shared = {
    ...{ label, hint, required },
    ...(fault === undefined ? {} : { error: fault }),
    ...(max === undefined ? {} : { maxLength: max }),
  };
  switch (input) {
    case "choice":
      return (
        <ChoiceField
          label={label}
          hint={hint}
          error={fault}
          values={listed.map(({ id }) => id)}
          labelOf={(id) => listed.find((one) => one.id === id)?.label ?? id}
          value={value}
          onChange={onChange}
        />
      );
    case "text":
    case "lines":
      return (
        <TextField {...shared} rows={input === "text" ? 4 : 3} value={value} onChange={onChange} />
      );
    case "zones":
      return (
        <ZonesField
          label={label}
          hint={hint}
          fault={fault}
          zones={zones}
          chosen={splitLines(value)}
          onChange={(slugs) => onChange(slugs.join("\n"))}
        />
      );
    case "source":
      return (
        <OptionField
          label={label}
          hint={hint}
          error={fault}
          options={sources}
          value={value}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextField
          {...shared}
          inputMode={input === "number" ? "decimal" : undefined}
          value={value}
          onChange={onChange}
        />
      );
  }
}

interface OptionFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  options: readonly RecordOption[];
  /** The id of the chosen record; empty: none. */
  value: string;
  onChange: (id: string) => void;
}

/** Chooses one record by typing a part of its name; the browser suggests names. */
export function OptionField({ label, hint, error, options, value, onChange }: OptionFieldProps) {
  const list = useId();
  const { t } = usePlainText();
  const labelOf = (id: string) => options.find((option) => option.id === id)?.label ?? "";
  const [typed, setTyped] = useState(labelOf(value));
  const type = (words: string) => {
    setTyped(words);
    onChange(findOption(options, words)?.id ?? "");
  };
  const isUnknown = typed.trim() !== "" && value === "";
  return (
    <div>
      <TextField
        label={label}
        hint={hint}
        error={error ?? (isUnknown ? t("records.pickOne") : undefined)}
        list={list}
        autoComplete="off"
        value={typed}
        onChange={type}
      />
      <datalist id={list}>
        {options.map((option) => (
          <option key={option.id} value={option.label} />
        ))}
      </datalist>
    </div>
  );
}

/** The record whose label or id is typed, or the only one whose label has the words. */
function findOption(options: readonly RecordOption[], typed: string): RecordOption | undefined {
  const words = typed.trim().toLowerCase();
  if (words === "") return undefined;
  const same = options.find(({ id, label }) => label.toLowerCase() === words || id === words);
  if (same) return same;
  const [only, ...others] = options.filter(({ label }) => label.toLowerCase().includes(words));
  return others.length === 0 ? only : undefined;
}

interface ZonesFieldProps {
  label: string;
  hint: string | undefined;
  fault: string | undefined;
  zones: readonly RecordOption[];
  chosen: readonly string[];
  onChange: (slugs: readonly string[]) => void;
}

/** Chooses any number of zones: each is added by its name and taken away with its button. */
function ZonesField({ label, hint, fault, zones, chosen, onChange }: ZonesFieldProps) {
  const { t } = usePlainText();
  const list = useId();
  const [typed, setTyped] = useState("");
  const labelOf = (slug: string) => zones.find(({ id }) => id === slug)?.label ?? slug;
  const found = findOption(zones, typed);
  const add = () => {
    if (!found) return;
    onChange([...new Set([...chosen, found.id])]);
    setTyped("");
  };
  return (
    <div className="grid gap-2">
      <div className="flex items-start gap-2">
        <TextField
          className="min-w-0 flex-1"
          label={label}
          hint={hint}
          error={fault}
          list={list}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        <Button className="mt-5.5 h-(--field)" disabled={!found} onClick={add}>
          {t("records.addZone")}
        </Button>
      </div>
      <datalist id={list}>
        {zones.map(({ id, label: name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      {chosen.length > 0 ? (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {chosen.map((slug) => (
            <li key={slug}>
              <Button
                aria-label={t("records.removeZone", { zone: labelOf(slug) })}
                onClick={() => onChange(chosen.filter((one) => one !== slug))}
              >
                {labelOf(slug)} <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
