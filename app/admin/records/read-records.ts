import type { RecordOptions } from "@/components/entry/record-fields";
import type { Option } from "@/components/ui/option-field";
import { CONSTRAINTS } from "@/lib/catalogue/constraints";
import { VOCABULARIES } from "@/lib/catalogue/vocabularies";
import { listAllZoneNames } from "@/lib/evidence/all-zone-names";
import { groupBy } from "@/lib/evidence/group-by";
import { EVENT_KINDS, isFigure, SOURCE_KINDS } from "@/lib/evidence/ledger-records";
import { getRetirement } from "@/lib/evidence/retirement";
import { listContextAt, listEventsAt, listSourcesAt } from "@/lib/evidence/source-versions";
import type { NamedRecord } from "@/lib/records/duplicates";
import { QUOTED_LANGUAGES, type RecordKind } from "@/lib/records/record-kinds";
import type { RegistryView } from "@/lib/server/registry/registry-at";
import { formatFigure, formatPeriod, getConstraint } from "@/lib/text/context-words";
import { upperFirst } from "@/lib/text/first-letter";
import type { Text } from "@/lib/text/text";
import type { PartialDate } from "@/lib/time/day";

/** A record in the desk's list. */
export interface ListedRecord extends NamedRecord {
  /** What tells it from others of that name, under the heads of its kind; empty where there is none. */
  readonly cells: readonly string[];
  /** The same in one line. */
  readonly about: string;
  /** When it happened or was published; absent: it has no date. */
  readonly date?: PartialDate | null;
  /** Is it a source that the tracker wrote itself? These come last. */
  readonly isOwnNote?: boolean;
  /** Is it merged, retired or withdrawn? */
  readonly hidden: boolean;
  /** The revision of its present version. */
  readonly version: number;
  /** Its parts, as its form shows them. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** Every record of a kind, also merged, retired and withdrawn ones: the newest first where they have dates, then by name; the tracker's own notes last. */
export function listRecords(text: Text, view: RegistryView, kind: RecordKind): ListedRecord[] {
  const { facts, revision } = view;
  const isHidden = (id: string) => getRetirement(facts, kind, id, revision) !== null;
  const add = (record: Omit<ListedRecord, "hidden" | "about">): ListedRecord => ({
    ...record,
    about: record.cells.filter((words) => words !== "").join(" · "),
    hidden: isHidden(record.id),
  });
  return listOfKind(text, view, kind)
    .map(add)
    .sort(
      (a, b) =>
        Number(a.isOwnNote ?? false) - Number(b.isOwnNote ?? false) ||
        (b.date ?? "").localeCompare(a.date ?? "") ||
        a.name.localeCompare(b.name),
    );
}

function listOfKind(
  text: Text,
  view: RegistryView,
  kind: RecordKind,
): Omit<ListedRecord, "hidden" | "about">[] {
  const { facts, revision, registry } = view;
  switch (kind) {
    case "zone": {
      const held = new Map(registry.zones.map((zone) => [zone.slug, zone.values]));
      const names = listAllZoneNames(view);
      return facts.zones.map(({ slug }) => {
        const values = held.get(slug);
        const name = names.get(slug) ?? slug;
        const { province = null } = values ?? {};
        const cells = [province === null ? slug : text.termLabel("province", province)];
        return { id: slug, name, cells, version: 0, content: {} };
      });
    }
    case "firm": {
      const present = new Map(facts.firmVersions.map((version) => [version.id, version]));
      const placed = groupBy(
        registry.zones.flatMap(({ slug, values: { name }, tenancies }) =>
          tenancies.map(({ tenancy, values }) => ({ ...tenancy, values, zone: name ?? slug })),
        ),
        ({ firmId }) => firmId,
      );
      return [...present.values()].map(({ id, name, otherNames, revision: version }) => {
        const own = placed.get(id) ?? [];
        const listValues = (field: "tenancyStage" | "nationality") =>
          text.list([...new Set(own.map(({ values }) => text.value(field, values[field])))]);
        return {
          ...{ id, name, otherNames, version },
          cells: [
            text.list(own.map(({ zone }) => zone)),
            listValues("tenancyStage"),
            listValues("nationality"),
            text.list(otherNames),
          ],
          content: { name, otherNames },
        };
      });
    }
    case "event": {
      const zoneNames = listAllZoneNames(view);
      return listEventsAt(facts.events, revision).map((event) => ({
        ...{ id: event.id, name: event.title, version: event.revision, content: { ...event } },
        date: event.date,
        cells: [
          text.partialDate(event.date),
          text.list(event.zones.map((slug) => zoneNames.get(slug) ?? slug)),
        ],
      }));
    }
    case "figure":
      return listContextAt(facts.context, revision).map((item) => ({
        ...{ id: item.key, name: item.label, version: item.revision, content: { ...item } },
        cells: [
          isFigure(item) ? formatFigure(text, item) : (item.statement ?? ""),
          formatPeriod(text, item.period),
        ],
      }));
    case "source": {
      const versions = new Map(facts.sourceVersions.map((one) => [one.source.id, one.revision]));
      const citing = groupBy(
        [
          ...facts.claims,
          ...listEventsAt(facts.events, revision),
          ...listContextAt(facts.context, revision),
        ],
        ({ sourceId }) => sourceId,
      );
      return listSourcesAt(facts.sourceVersions, revision).map((source) => ({
        ...{
          id: source.id,
          name: source.title,
          url: source.url,
          date: source.publishedOn,
          isOwnNote: source.kind === "compiler",
          version: versions.get(source.id) ?? 0,
          content: { ...source },
        },
        cells: [
          source.publisher,
          source.publishedOn === null ? "" : text.partialDate(source.publishedOn),
          text.t(`common.sourceKind.${source.kind}`),
          text.t("records.facts", { count: citing.get(source.id)?.length ?? 0 }),
        ],
      }));
    }
  }
}

/** What the fields of a record can choose from. */
export function listOptions(text: Text, view: RegistryView, kind: RecordKind): RecordOptions {
  return {
    zones: toOptions(listRecords(text, view, "zone")),
    // By its publisher and date, too: many reports have the same title.
    sources: listRecords(text, view, "source")
      .filter(({ hidden }) => !hidden)
      .map(({ id, name, cells: [publisher, date] }) => ({
        id,
        label: `${name} (${[publisher, date].filter(Boolean).join(", ")})`,
      })),
    choices: {
      cohort: [...VOCABULARIES.cohort.steps, ...VOCABULARIES.cohort.asides]
        .map(({ value }) => ({ id: value, label: text.termLabel("cohort", value) }))
        .reverse(),
      constraint: Object.keys(CONSTRAINTS).map((id) => ({
        id,
        label: getConstraint(text, id)?.label ?? id,
      })),
      kind: listKindOptions(text, kind),
      quotationLang: QUOTED_LANGUAGES.map((id) => ({ id, label: text.language(id) })),
    },
  };
}

/** The options of the part `kind`, which events and sources have. */
function listKindOptions(text: Text, kind: RecordKind): readonly Option[] {
  if (kind === "event") {
    return EVENT_KINDS.map((id) => ({
      id,
      label: upperFirst(text, text.t(`ledger.eventKind.${id}`)),
    }));
  }
  return SOURCE_KINDS.map((id) => ({ id, label: text.t(`common.sourceKind.${id}`) }));
}

/** The shown records as options: their names, with what tells equal names apart. */
export function toOptions(records: readonly ListedRecord[]): Option[] {
  const shown = records.filter(({ hidden }) => !hidden);
  const counts = new Map<string, number>();
  for (const { name } of shown) counts.set(name, (counts.get(name) ?? 0) + 1);
  return shown.map(({ id, name, about }) => ({
    id,
    label: (counts.get(name) ?? 0) > 1 ? `${name} (${about}, ${id})` : name,
  }));
}
