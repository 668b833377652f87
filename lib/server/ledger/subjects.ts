import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Facts, Source } from "@/lib/evidence/ledger-records";
import { listVersionsOf } from "@/lib/evidence/source-versions";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";
import type { PlannedSourceChange, SourcePart } from "./sources";
import type { ItemIssue, NewSubjects } from "./types";
import { listEventIssues, listFigureIssues } from "./versions";

/** The new subjects of a write, and the new versions of existing ones. */
export interface PlannedSubjects extends Required<NewSubjects> {
  readonly sourceChanges: readonly PlannedSourceChange[];
  readonly eventVersions: NewSubjects["events"];
  readonly figureVersions: NewSubjects["context"];
  readonly count: number;
}

/**
 * The subjects that do not exist yet, and new versions of the sources, events and figures whose content differs from
 * every recorded version. Only a data set changes them here: people change a source by `planSourceChange`.
 * @param purpose the reason of a new version that gives none
 */
export function planSubjects(
  facts: Facts,
  subjects: NewSubjects,
  purpose: string,
  gated: boolean,
): PlannedSubjects {
  const { zones, sources, tenancies, events, context, firms = [] } = subjects;
  const planned = {
    zones: placeLast(skipExisting(zones, "slug", facts.zones), facts.zones),
    sources: skipExisting(
      sources,
      "id",
      listVersionsOf(
        facts.sourceVersions,
        sources.map(({ id }) => id),
      ).map(({ source }) => source),
    ),
    firms: skipExisting(firms, "id", facts.firmVersions),
    tenancies: placeLast(skipExisting(tenancies, "id", facts.tenancies), facts.tenancies),
    events: skipExisting(events, "id", facts.events),
    context: skipExisting(context, "key", facts.context),
  };
  const versions = gated
    ? { sourceChanges: [], eventVersions: [], figureVersions: [] }
    : planVersions(facts, subjects, purpose);
  return {
    ...planned,
    ...versions,
    count: [...Object.values(planned), ...Object.values(versions)].reduce(
      (sum: number, items: readonly unknown[]) => sum + items.length,
      0,
    ),
  };
}

/** Records with their position: 0 is replaced by one after the last. */
function placeLast<T extends { readonly order: number }>(
  items: readonly T[],
  existing: readonly { readonly order: number }[],
): T[] {
  if (items.every(({ order }) => order > 0)) return [...items];
  let last = existing.reduce((max, { order }) => Math.max(max, order), 0);
  return items.map((item) => {
    if (item.order > 0) return item;
    last += 1;
    return { ...item, order: last };
  });
}

/** New versions of the existing sources, events and figures whose content no version has. */
function planVersions(
  facts: Facts,
  { sources, events, context }: NewSubjects,
  purpose: string,
): Pick<PlannedSubjects, "sourceChanges" | "eventVersions" | "figureVersions"> {
  const recorded = listVersionsOf(
    facts.sourceVersions,
    sources.map(({ id }) => id),
  );
  return {
    sourceChanges: sources.flatMap(({ reason = purpose, ...source }) => {
      const known = recorded.filter((version) => version.source.id === source.id);
      const last = known.at(-1);
      if (!last || known.some((version) => isDeepStrictEqual(version.source, source))) return [];
      const parts = Object.keys(source) as (keyof Source)[];
      const changed = parts.filter(
        (part): part is SourcePart => part !== "id" && source[part] !== last.source[part],
      );
      return [{ id: randomUUID(), reason, source, changed }];
    }),
    eventVersions: events.flatMap((event) => {
      const known = facts.events.filter(({ id }) => id === event.id);
      const isKnown = known.some((version) =>
        isDeepStrictEqual(eventContent(version), eventContent(event)),
      );
      return known.length === 0 || isKnown ? [] : [{ ...event, reason: event.reason ?? purpose }];
    }),
    figureVersions: context.flatMap((figure) => {
      const known = facts.context.filter(({ key }) => key === figure.key);
      const isKnown = known.some((version) =>
        isDeepStrictEqual(figureContent(version), figureContent(figure)),
      );
      return known.length === 0 || isKnown ? [] : [{ ...figure, reason: figure.reason ?? purpose }];
    }),
  };
}

/** An event without its revision and reason, its zones in order. */
function eventContent({
  id,
  date,
  kind,
  title,
  body,
  zones,
  sourceId,
  quotation,
}: NewSubjects["events"][number]) {
  return { id, date, kind, title, body, zones: [...new Set(zones)].sort(), sourceId, quotation };
}

/** A figure without its revision and reason. */
function figureContent(figure: NewSubjects["context"][number]) {
  const { key, constraint, label, value, unit, statement, period, sourceId, sourceNote } = figure;
  const { quotation } = figure;
  return {
    key,
    constraint,
    label,
    value,
    unit,
    statement,
    period,
    sourceId,
    sourceNote: sourceNote ?? "",
    quotation,
  };
}

function skipExisting<T, K extends keyof T>(
  items: readonly T[],
  key: K,
  existing: readonly Pick<T, K>[],
): T[] {
  if (items.length === 0) return [];
  const known = new Set(existing.map((row) => row[key]));
  return items.filter((item) => !known.has(item[key]));
}

/**
 * The issues with the events and national figures that a person adds: ids of existing ones with other content,
 * which would be lost, and content that does not fit.
 * @param today the day in Pakistan
 */
export function listNewRecordIssues(
  text: Text,
  facts: Facts,
  { zones, sources, events, context }: NewSubjects,
  today: Day,
): ItemIssue[] {
  const issues: ItemIssue[] = [];
  const taken = (index: number, param: string, id: string) =>
    issues.push({ index, param, message: text.t("api.ledger.idTaken", { id }) });
  for (const [index, event] of events.entries()) {
    const known = facts.events.find(({ id }) => id === event.id);
    if (!known) {
      const found = listEventIssues(text, facts, event, today, zones, sources);
      issues.push(...found.map((issue) => ({ ...issue, index })));
    } else if (!isDeepStrictEqual(eventContent(known), eventContent(event))) {
      taken(index, "id", event.id);
    }
  }
  for (const [index, figure] of context.entries()) {
    const known = facts.context.find(({ key }) => key === figure.key);
    if (!known) {
      const found = listFigureIssues(text, facts, figure, sources);
      issues.push(...found.map((issue) => ({ ...issue, index })));
    } else if (!isDeepStrictEqual(figureContent(known), figureContent(figure))) {
      taken(index, "key", figure.key);
    }
  }
  return issues;
}
