import { fieldSpec, type ZoneFieldKey, type ZoneValues } from "../catalogue/fields";
import { NOT_APPLICABLE, type NumberField } from "../catalogue/kinds";
import { type Term, VOCABULARIES, type Vocabulary } from "../catalogue/vocabularies";
import {
  anyOf,
  type FilterChoice,
  getKnownChoice,
  UNKNOWN,
  UNKNOWN_CHOICE,
} from "../query/filters";

/** How a part is drawn: a step of an ordered scale, another value, or unknown. */
export type TraceTone =
  | { readonly kind: "step"; readonly at: number; readonly of: number }
  | { readonly kind: "other" }
  | { readonly kind: "unknown" };

/** The number of zones with one value of a field, and the filter choice that lists them. */
export interface TracePart {
  /** A value of the field, or `some` or `known` where several values are counted together. */
  readonly value: string;
  readonly count: number;
  readonly tone: TraceTone;
  /** Null where no filter can list them. */
  readonly choice: FilterChoice | null;
}

type Values = readonly { readonly values: ZoneValues }[];

/**
 * Zones by the value of one field, furthest first and unknown last: by step of a vocabulary or level,
 * for a count of firms by any or none, for dates and other numbers by known or not. Every zone is in
 * one part; steps without a zone are kept.
 */
export function computeTrace(zones: Values, field: ZoneFieldKey): readonly TracePart[] {
  const counts = new Map<ZoneValues[ZoneFieldKey], number>();
  for (const { values } of zones) counts.set(values[field], (counts.get(values[field]) ?? 0) + 1);
  const known = listKnownParts(field).map(({ value, tone, choice, holds }): TracePart => {
    const counted = [...counts].filter(([one]) => holds(one));
    return { value, count: counted.reduce((sum, [, count]) => sum + count, 0), tone, choice };
  });
  return [
    ...known.filter(({ count, tone }) => count > 0 || tone.kind === "step"),
    {
      value: UNKNOWN,
      count: counts.get(null) ?? 0,
      tone: { kind: "unknown" },
      choice: UNKNOWN_CHOICE,
    },
  ];
}

/** The unknown share of some fields over some zones, 0–1; null without zones or fields. */
export function computeUnknownShare(zones: Values, fields: readonly ZoneFieldKey[]): number | null {
  const total = zones.length * fields.length;
  if (total === 0) return null;
  let unknown = 0;
  for (const { values } of zones) {
    for (const field of fields) if (values[field] === null) unknown += 1;
  }
  return unknown / total;
}

interface KnownPart extends Omit<TracePart, "count"> {
  readonly holds: (value: ZoneValues[ZoneFieldKey]) => boolean;
}

function listKnownParts(field: ZoneFieldKey): KnownPart[] {
  const spec = fieldSpec(field);
  switch (spec.kind) {
    case "choice": {
      const { ordered, steps, asides }: Vocabulary = VOCABULARIES[spec.vocabulary];
      const aside = ({ value }: Term) => buildTermPart(value, { kind: "other" });
      const rungs = steps.map(({ value }, at) =>
        buildTermPart(value, { kind: "step", at, of: steps.length }),
      );
      return [...(ordered ? rungs.reverse() : steps.map(aside)), ...asides.map(aside)];
    }
    case "level":
      return spec.levels
        .map((_, level) =>
          buildTermPart(String(level), { kind: "step", at: level, of: spec.levels.length }),
        )
        .reverse();
    case "number":
      return listNumberParts(spec);
    default:
      return [
        {
          value: "known",
          tone: WHOLE,
          choice: getKnownChoice(field),
          holds: (value) => value !== null,
        },
      ];
  }
}

const WHOLE: TraceTone = { kind: "step", at: 3, of: 5 };
const NOTHING: TraceTone = { kind: "step", at: 0, of: 5 };

function buildTermPart(value: string, tone: TraceTone): KnownPart {
  return {
    value,
    tone,
    choice: anyOf([value]),
    holds: (held) => held !== null && String(held) === value,
  };
}

function listNumberParts({ integer, notApplicable }: NumberField): KnownPart[] {
  const range = (from: string, to: string | null): FilterChoice => ({ values: [], from, to });
  const parts: KnownPart[] = integer
    ? [
        {
          value: "some",
          tone: WHOLE,
          choice: range("1", null),
          holds: (value) => typeof value === "number" && value >= 1,
        },
        {
          value: "0",
          tone: NOTHING,
          choice: range("0", "0"),
          holds: (value) => value === 0,
        },
      ]
    : [
        {
          value: "known",
          tone: WHOLE,
          choice: range("0", null),
          holds: (value) => typeof value === "number",
        },
      ];
  return notApplicable ? [...parts, buildTermPart(NOT_APPLICABLE, { kind: "other" })] : parts;
}
