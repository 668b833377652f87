"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceField } from "@/components/ui/choice-field";
import { type Option, OptionField } from "@/components/ui/option-field";
import { TextField } from "@/components/ui/text-field";
import type { RecordDraft } from "@/lib/records/record-draft";
import { splitLines } from "@/lib/records/record-draft";
import type { PartKey, RecordPart } from "@/lib/records/record-kinds";
import type { PlainText } from "@/lib/text/plain-text";
import { usePlainText } from "@/lib/text/use-plain-text";

/** What the fields of a record can choose from. */
export interface RecordOptions {
  readonly zones: readonly Option[];
  readonly sources: readonly Option[];
  /** The values of the choices, by part. */
  readonly choices: Readonly<Partial<Record<PartKey, readonly Option[]>>>;
}

/** The parts with a hint under their field. */
const HINTS = {
  slug: "slug",
  otherNames: "otherNames",
  zones: "zones",
  sourceId: "sourceId",
  date: "date",
  asOf: "date",
  url: "url",
  accessed: "accessed",
  archivedUrl: "archivedUrl",
  publishedOn: "publishedOn",
  value: "value",
  cohort: "cohort",
  quotation: "quotation",
} as const satisfies Partial<Record<PartKey, string>>;

const hasHint = (key: PartKey): key is keyof typeof HINTS => Object.hasOwn(HINTS, key);

interface PartFieldProps {
  part: RecordPart;
  draft: RecordDraft;
  fault: string | undefined;
  /** The present value, as typed, where it is another than the one that the draft was begun from. */
  present: string | undefined;
  options: RecordOptions;
  readOnly: boolean;
  onChange: (typed: string) => void;
}

/** The field of one part of a record. */
export function PartField(props: PartFieldProps) {
  const { part, draft, fault, present, options, readOnly, onChange } = props;
  const text = usePlainText();
  const { t } = text;
  const { key, input, max, required = false } = part;
  const { zones, sources, choices } = options;
  const value = draft[key] ?? "";
  const listed = choices[key] ?? [];
  const label = t(`records.part.${key}`);
  const help = hasHint(key)
    ? t.rich(`records.hint.${HINTS[key]}`, {
        article: (words) => (
          <Link className="link" href="/admin/article" prefetch={false}>
            {words}
          </Link>
        ),
      })
    : undefined;
  const hint =
    present === undefined ? (
      help
    ) : (
      <>
        {help ? <span className="block">{help}</span> : null}
        <span className="block break-words text-ink">
          {describePresent(text, part, present, options)}
        </span>
      </>
    );
  const shared = {
    ...{ label, hint, required, readOnly },
    ...(fault === undefined ? {} : { error: fault }),
    ...(max === undefined ? {} : { maxLength: max }),
  };
  const words = { none: t("records.none"), pickOne: t("records.pickOne") };
  switch (input) {
    case "choice":
      return (
        <ChoiceField
          label={label}
          hint={hint}
          error={fault}
          values={listed.map(({ id }) => id)}
          labelOf={(id) => labelOf(listed, id)}
          value={value}
          onChange={onChange}
        />
      );
    case "flag":
      return (
        <label className="flex min-h-6 items-center gap-2">
          <Checkbox
            checked={value === "true"}
            onChange={(event) => onChange(event.currentTarget.checked ? "true" : "")}
          />
          {label}
        </label>
      );
    case "text":
    case "lines":
      return (
        <TextField {...shared} rows={input === "text" ? 4 : 3} value={value} onChange={onChange} />
      );
    case "zones":
      return (
        <ZonesField
          field={{ label, hint, error: fault, words, readOnly }}
          zones={zones}
          chosen={splitLines(value)}
          onChange={(slugs) => onChange(slugs.join("\n"))}
        />
      );
    case "source":
      return (
        <OptionField
          {...{ label, hint, words, readOnly, value, onChange }}
          error={fault}
          options={sources}
        />
      );
    default:
      return (
        <TextField
          {...shared}
          type={input === "url" ? "url" : input === "day" ? "date" : "text"}
          inputMode={input === "number" ? "decimal" : undefined}
          value={value}
          onChange={onChange}
        />
      );
  }
}

function labelOf(options: readonly Option[], id: string): string {
  return options.find((option) => option.id === id)?.label ?? id;
}

/** What the present version has in a part, as its field would show it. */
function describePresent(
  { t, list }: PlainText,
  { key, input }: RecordPart,
  present: string,
  { zones, sources, choices }: RecordOptions,
): string {
  const value =
    input === "choice"
      ? labelOf(choices[key] ?? [], present)
      : input === "source"
        ? labelOf(sources, present)
        : input === "zones"
          ? list(splitLines(present).map((slug) => labelOf(zones, slug)))
          : input === "lines"
            ? list(splitLines(present))
            : present;
  return value === "" ? t("records.presentEmpty") : t("records.present", { value });
}

interface ZonesFieldProps {
  field: Omit<Parameters<typeof OptionField>[0], "options" | "value" | "onChange">;
  zones: readonly Option[];
  chosen: readonly string[];
  onChange: (slugs: readonly string[]) => void;
}

/** Chooses any number of zones: each is added by its name and taken away with its button. */
function ZonesField({ field, zones, chosen, onChange }: ZonesFieldProps) {
  const { t } = usePlainText();
  return (
    <div className="grid gap-2">
      <OptionField
        {...field}
        options={zones.filter(({ id }) => !chosen.includes(id))}
        value=""
        onChange={(slug) => {
          if (slug !== "") onChange([...chosen, slug]);
        }}
      />
      {chosen.length > 0 ? (
        <ul aria-label={t("records.part.zones")} className="flex flex-wrap gap-1.5">
          {chosen.map((slug) => (
            <li key={slug}>
              <Button
                aria-label={t("records.removeZone", { zone: labelOf(zones, slug) })}
                aria-disabled={field.readOnly}
                onClick={() => onChange(chosen.filter((one) => one !== slug))}
              >
                {labelOf(zones, slug)} <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
