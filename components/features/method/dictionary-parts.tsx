import { Fragment } from "react";
import {
  type FieldKey,
  fieldSpec,
  TENANCY_FIELD_KEYS,
  ZONE_FIELD_KEYS,
} from "@/lib/catalogue/fields";
import { GROUPS, type GroupKey } from "@/lib/catalogue/groups";
import type { Behaviour, FieldSpec } from "@/lib/catalogue/kinds";
import { VOCABULARIES, type VocabularyKey } from "@/lib/catalogue/vocabularies";
import { Part, TextTable } from "./part";
import { TermTable } from "./term-table";

const FIELDS: readonly FieldKey[] = [...ZONE_FIELD_KEYS, ...TENANCY_FIELD_KEYS];

const BEHAVIOUR_WORDS: Readonly<Record<Behaviour, string>> = {
  ordered: "climbs: an older, higher step contradicts",
  grows: "grows: an older, higher number contradicts",
  fixed: "does not change: any other value contradicts",
  changes: "changes: contradicts within a year",
};

/** The data dictionary: every field of the catalogue by group. */
export function FieldsPart() {
  return (
    <Part id="fields">
      <p>
        {FIELDS.length} fields, each declared once. The same declaration makes the table's columns,
        the filters, the files and the answers of the API, whose{" "}
        <a className="link" href="/api/v1/fields">
          dictionary
        </a>{" "}
        says the same for programs.
      </p>
      {(Object.keys(GROUPS) as GroupKey[]).map((group) => (
        <FieldGroup key={group} group={group} />
      ))}
    </Part>
  );
}

function FieldGroup({ group }: { group: GroupKey }) {
  return (
    <>
      <h3>{GROUPS[group]}</h3>
      <TextTable label={`Fields: ${GROUPS[group]}`}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col" className="max-sm:hidden">
              Value
            </th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {FIELDS.filter((key) => fieldSpec(key).group === group).map((key) => (
            <FieldRow key={key} name={key} />
          ))}
        </tbody>
      </TextTable>
    </>
  );
}

function FieldRow({ name }: { name: FieldKey }) {
  const spec = fieldSpec(name);
  return (
    <tr>
      <td>
        <b>{spec.label}</b>
        <br />
        <code className="text-ink-3">{name}</code>
      </td>
      <td className="max-sm:hidden">{kindWords(spec)}</td>
      <td>
        {spec.definition}
        <span className="block text-12 text-ink-3 sm:hidden">{kindWords(spec)}</span>
        <span className="block text-12 text-ink-3">
          {spec.group === "targets" ? "slips, never contradicts" : BEHAVIOUR_WORDS[spec.behaviour]}
          {spec.freshFor === null ? null : `; fresh for ${spec.freshFor} days`}
        </span>
      </td>
    </tr>
  );
}

/** What a field's values look like, in a few words. */
function kindWords(spec: FieldSpec): string {
  switch (spec.kind) {
    case "choice":
      return "one of a list";
    case "flag":
      return "yes or no";
    case "number":
      return `${spec.integer ? "whole number" : "number"}, ${spec.unit}${spec.notApplicable ? ", or not applicable" : ""}`;
    case "date":
      return "year, month or day";
    case "level":
      return "level from 0 to 4";
    case "country":
      return "country, ISO 3166 alpha-2";
    case "list":
      return "list of words";
    case "place":
      return "longitude and latitude";
    case "text":
      return "text";
  }
}

const TOLD_ABOVE: readonly VocabularyKey[] = ["legalStatus", "status", "tenancyStage"];

/** Every closed vocabulary that is not told elsewhere on the page. */
export function VocabulariesPart() {
  const keys = (Object.keys(VOCABULARIES) as VocabularyKey[]).filter(
    (key) => !TOLD_ABOVE.includes(key),
  );
  return (
    <Part id="vocabularies">
      <p>
        Where a value is one of a list, these are the lists. The ladders and stages stand above.
      </p>
      {keys.map((key) => (
        <Fragment key={key}>
          <h3>{vocabularyTitle(key)}</h3>
          <TermTable vocabulary={key} label={vocabularyTitle(key)} />
        </Fragment>
      ))}
    </Part>
  );
}

/** A vocabulary is named by the one field that uses it; the indicators share theirs. */
function vocabularyTitle(key: VocabularyKey): string {
  if (key === "indicator") return "Readiness indicators";
  const user = FIELDS.map(fieldSpec).find(
    (spec) => spec.kind === "choice" && spec.vocabulary === key,
  );
  return user?.label ?? key;
}
