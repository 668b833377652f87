import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Facts, Source, Tenancy } from "@/lib/evidence/ledger-records";
import { ADMISSION_FIELDS, findZones } from "@/lib/evidence/registry";
import { followMerges } from "@/lib/evidence/retirement";
import { listVersionsOf } from "@/lib/evidence/source-versions";
import { getFirmId } from "@/lib/firms/firm-address";
import type { Text } from "@/lib/text/text";
import type { Day } from "@/lib/time/day";
import { getLast, listHidden, listPresentFirms, listStandings, type Standings } from "./standings";
import type { ItemIssue, LedgerBase, NamedRecords, NewClaim, NewFirm, NewSubjects } from "./types";
import type { PlannedSourceChange, SourcePart } from "./versions";
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

/** The records that a request names, with their ids, and its claims on them. */
interface PlacedRecords {
  readonly zones: NewSubjects["zones"];
  readonly tenancies: readonly Tenancy[];
  readonly firms: readonly NewFirm[];
  readonly claims: readonly NewClaim[];
}

/**
 * Finds the firms and firms in zones that a request names, or gives new ones their ids; needs the lock of the ledger,
 * because two requests may name the same. Rejects zones whose address is taken or that no claim of the request names and
 * admits, firms that are retired, ids of other records, and zones that do not exist.
 */
export function planNamedRecords(
  text: Text,
  { memory: { facts }, recordedIds }: Pick<LedgerBase, "memory" | "recordedIds">,
  named: NamedRecords,
  claims: readonly NewClaim[],
): PlacedRecords | { readonly issues: readonly ItemIssue[] } {
  const { zones } = named;
  if (zones.length + named.firms.length + named.tenancies.length === 0) {
    return { zones: [], firms: [], tenancies: [], claims };
  }
  const placer = new Placer(text, listStandings(facts), listZones(facts, named));
  const firms = named.firms.flatMap((firm, index) => placer.placeFirm(firm, index));
  const placed = named.tenancies.map((tenancy, index) => placer.placeTenancy(tenancy, index));
  const issues = [...listZoneIssues(text, facts, recordedIds, zones, claims), ...placer.issues];
  if (issues.length > 0) return { issues };
  const tenancies = placed.flatMap((one) => one ?? []);
  return {
    zones: zones.map((slug) => ({ slug, order: 0 })),
    firms,
    tenancies: [...new Map(tenancies.map((one) => [one.id, one])).values()],
    claims: claims.map((claim) => nameTenancy(claim, named.tenancies, placed)),
  };
}

/** The zones in which a firm can be placed: those that are shown, and the new ones. */
function listZones(facts: Facts, { zones, tenancies }: NamedRecords): ReadonlySet<string> {
  const slugs = new Set(tenancies.map(({ zone }) => zone));
  const hidden = listHidden(facts, "zone", slugs);
  const shown = findZones(facts, slugs).filter(({ slug }) => !hidden.has(slug));
  return new Set([...shown.map(({ slug }) => slug), ...zones]);
}

/** Places one record after the other, so that the second of two knows the first. */
class Placer {
  readonly issues: ItemIssue[] = [];
  private readonly firms: Map<string, string>;
  private readonly taken: Set<string>;
  private readonly present: ReturnType<typeof listPresentFirms>;
  private readonly tenancies: Map<string, Tenancy>;

  constructor(
    private readonly text: Text,
    private readonly standings: Standings,
    private readonly zones: ReadonlySet<string>,
  ) {
    this.present = listPresentFirms(standings);
    this.taken = new Set(this.present.keys());
    this.firms = new Map();
    for (const { id, name } of this.present.values()) {
      // A shown firm before a merged one of that name, which leads to the firm that stays.
      if (getLast(standings, "firm", id) === null || !this.firms.has(name))
        this.firms.set(name, id);
    }
    for (const { id, otherNames } of this.present.values()) {
      if (getLast(standings, "firm", id) !== null) continue;
      for (const name of otherNames) if (!this.firms.has(name)) this.firms.set(name, id);
    }
    this.tenancies = new Map(standings.tenancies.map((tenancy) => [tenancy.id, tenancy]));
  }

  /** A firm without a zone; none where it is recorded already. */
  placeFirm({ id, name, otherNames }: NamedRecords["firms"][number], index: number): NewFirm[] {
    const known = this.firms.get(name);
    const present = known === undefined ? undefined : this.present.get(known);
    if (present && getLast(this.standings, "firm", present.id) === null) {
      const isSame =
        (id === undefined || id === present.id) &&
        isDeepStrictEqual(present.otherNames, otherNames);
      if (isSame) return [];
      this.reject(index, "name", this.text.t("api.ledger.firmExists", { id: present.id }));
      return [];
    }
    if (id !== undefined && this.taken.has(id)) {
      this.reject(index, "id", this.text.t("api.ledger.idTaken", { id }));
      return [];
    }
    const made = id ?? this.freeFirmId(name);
    this.addFirm(made, name);
    return [{ id: made, name, otherNames }];
  }

  /** A firm in a zone, as it is there or as a new one; null where it cannot be placed. */
  placeTenancy(
    { id, zone, firm }: NamedRecords["tenancies"][number],
    index: number,
  ): Tenancy | null {
    const { t } = this.text;
    if (!this.zones.has(zone)) return this.reject(index, "zone", t("api.ledger.noZone", { zone }));
    const firmId = this.findFirm(firm);
    if (firmId !== null && getLast(this.standings, "firm", firmId) !== null) {
      return this.reject(index, "firm", t("api.ledger.retire.hidden", { subject: firmId }));
    }
    const there = [...this.tenancies.values()].filter(
      (one) => one.zone === zone && one.firmId === firmId,
    );
    const shown = there.find((one) => getLast(this.standings, "tenancy", one.id) === null);
    if (shown) return shown;
    const [hidden] = there;
    if (hidden) {
      return this.reject(index, "firm", t("api.ledger.retire.hidden", { subject: hidden.id }));
    }
    const own = firmId ?? this.freeFirmId(firm);
    if (id !== undefined && this.tenancies.has(id)) {
      return this.reject(index, "id", t("api.ledger.idTaken", { id }));
    }
    const name = firmId === null ? firm : (this.present.get(firmId)?.name ?? firm);
    const tenancy: Tenancy = {
      id: id ?? this.freeTenancyId(`${zone}--${own}`),
      ...{ zone, firm: name, firmId: own, order: 0 },
    };
    this.addFirm(own, firm);
    this.tenancies.set(tenancy.id, tenancy);
    return tenancy;
  }

  /** The firm that has a name; of a merged one, the firm that stays. */
  private findFirm(name: string): string | null {
    const id = this.firms.get(name);
    return id === undefined
      ? null
      : followMerges(this.standings, "firm", id, Number.MAX_SAFE_INTEGER);
  }

  private addFirm(id: string, name: string): void {
    this.taken.add(id);
    if (!this.firms.has(name)) this.firms.set(name, id);
  }

  private freeFirmId(name: string): string {
    return freeId(getFirmId(name), (id) => this.taken.has(id));
  }

  private freeTenancyId(id: string): string {
    return freeId(id, (one) => this.tenancies.has(one));
  }

  private reject(index: number, param: string, message: string): null {
    this.issues.push({ index, param, message });
    return null;
  }
}

/** An id that nothing has: the given one, or with a number behind it. */
function freeId(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  for (let i = 2; isTaken(free); i += 1) free = `${id}-${i}`;
  return free;
}

/** A claim on a firm that comes with the request, by the id that the firm has in the zone. */
function nameTenancy(
  claim: NewClaim,
  sent: NamedRecords["tenancies"],
  placed: readonly (Tenancy | null)[],
): NewClaim {
  const index = sent.findIndex(
    ({ id, zone, firm }) =>
      zone === claim.zone &&
      claim.tenancy !== null &&
      (claim.tenancy === id || claim.tenancy === `${zone}--${getFirmId(firm)}`),
  );
  const tenancy = placed[index]?.id;
  return tenancy === undefined ? claim : { ...claim, tenancy };
}

/** New zones whose address is taken, and those that no claim of the request names and admits. */
function listZoneIssues(
  text: Text,
  facts: Facts,
  recordedIds: ReadonlySet<string>,
  zones: readonly string[],
  claims: readonly NewClaim[],
): ItemIssue[] {
  return zones.flatMap((slug, index): ItemIssue[] => {
    const own = claims.filter(({ zone, tenancy }) => zone === slug && tenancy === null);
    const isAgain = own.length > 0 && own.every(({ id }) => recordedIds.has(id));
    if (!isAgain && findZones(facts, [slug]).length > 0) {
      return [{ index, param: "slug", message: text.t("api.ledger.zoneTaken", { slug }) }];
    }
    const has = (field: string) => own.some((claim) => claim.field === field);
    if (has("name") && ADMISSION_FIELDS.some(has)) return [];
    const fields = ADMISSION_FIELDS.join(", ");
    return [{ index, param: "claims", message: text.t("api.ledger.zoneNeeds", { fields }) }];
  });
}
