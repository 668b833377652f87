import { fieldSpec } from "../catalogue/fields";
import { BLOCKS, GROUPS } from "../catalogue/groups";
import { FILTERS, type FilterChoice, type FilterSpec } from "../query/filters";
import { DEFAULT_QUERY, type Query, type SortTerm } from "../query/query";
import { SCOPE_WORDS } from "../query/scope";

/** One condition of a query as a reader would say it. */
export interface ConditionInWords {
  readonly label: string;
  readonly words: string;
}

/** What a query asks for, in words: its scope, every condition, changed weights and the order. */
export function queryInWords(query: Query): readonly ConditionInWords[] {
  const said: ConditionInWords[] = [];
  const say = (label: string, words: string) => said.push({ label, words });
  const { label, rule } = SCOPE_WORDS[query.scope];
  say("Zones that count", `${label}: ${rule}`);
  if (query.q.trim() !== "") say("Text", `“${query.q.trim()}”`);
  if (query.zones.length > 0) say("Picked zones", query.zones.join(", "));
  for (const filter of FILTERS) {
    const choice = query.filters[filter.key];
    if (choice) say(filter.label, choiceInWords(filter, choice));
  }
  if (query.readinessMin !== null) {
    say("Readiness", `${query.readinessMode} at least ${query.readinessMin}`);
  }
  if (query.coverageMin !== null) say("Coverage", `at least ${query.coverageMin}`);
  if (BLOCKS.some((block) => query.weights[block] !== DEFAULT_QUERY.weights[block])) {
    say(
      "Weights of readiness",
      BLOCKS.map((block) => `${GROUPS[block]} ${query.weights[block]}`).join(", "),
    );
  }
  if (query.sort.length > 0) say("Order", query.sort.map(sortInWords).join(", then "));
  return said;
}

function choiceInWords(filter: FilterSpec, { from, to, values }: FilterChoice): string {
  const terms = filter.kind === "any-of" ? filter.terms : null;
  const named = values.map((value) => terms?.find((term) => term.value === value)?.label ?? value);
  return [...rangeInWords(filter, from, to), ...named].join(" or ");
}

function rangeInWords(filter: FilterSpec, from: string | null, to: string | null): string[] {
  const unit = filter.kind === "range" ? ` ${filter.unit}` : "";
  if (from !== null && to !== null) return [`from ${from} to ${to}${unit}`];
  if (from !== null) return [`from ${from}${unit} on`];
  return to === null ? [] : [`up to ${to}${unit}`];
}

const READINESS_LABELS = {
  readiness: "readiness by the floor",
  readinessHigh: "readiness by the ceiling",
  coverage: "coverage of readiness",
} as const;

function sortInWords({ key, descending }: SortTerm): string {
  const label =
    key === "readiness" || key === "readinessHigh" || key === "coverage"
      ? READINESS_LABELS[key]
      : fieldSpec(key).label;
  return descending ? `${label} (falling)` : label;
}
