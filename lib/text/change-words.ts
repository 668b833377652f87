import { type FieldKey, fieldSpec } from "@/lib/catalogue/fields";
import type { FieldValue } from "@/lib/catalogue/kinds";
import type { ChangeKind } from "@/lib/changes/change-kinds";
import type { EditionNews, MethodNews } from "@/lib/changes/news";
import { learnedAddress } from "@/lib/changes/news-address";
import type { ChangeRow } from "@/lib/contract/answer-schemas";
import { CHANGE_CONDITIONS, type ChangeFilter } from "@/lib/contract/changes-answer";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { Registry } from "@/lib/evidence/registry";
import { shortenZoneName, zoneNames } from "@/lib/evidence/zone-name";
import { UNKNOWN } from "@/lib/query/filters";
import { formatKnownOn } from "@/lib/time/revision-param";
import type { Text } from "./text";

/** The parts of a change that its words need. */
export type WordedChange = Pick<
  ChangeRow,
  "kind" | "zone" | "name" | "tenancy" | "firm" | "field" | "before" | "after" | "against"
>;

type ChangeKey = `changes.change.${keyof typeof import("./messages/en/changes.json")["change"]}`;

/** A message with its values. Its tag `link` is around what the change is about. */
interface ChangeMessage {
  readonly key: ChangeKey;
  readonly values: Readonly<Record<"subject" | "before" | "after" | "against", string>>;
}

/** What a change is about: the field, after the firm's name where it is about a firm; else the kind of change. */
export function changeSubject(
  text: Text,
  { kind, field, firm }: Pick<WordedChange, "kind" | "field" | "firm">,
): string {
  if (field === null) return text.t(`changes.kind.${kind}.label`);
  const label = text.fieldLabel(field);
  return firm === null ? label : text.t("common.firmField", { firm, field: label });
}

/** A change of a known zone as a message: "Gas advanced from Planned to Available". */
export function changeMessage(text: Text, change: WordedChange): ChangeMessage {
  const { field, before, after, against } = change;
  const write = (value: FieldValue) => (field === null ? "" : text.value(field, value));
  return {
    key: `changes.change.${messageOf(change)}`,
    values: {
      subject: changeSubject(text, change),
      before: write(before),
      after: write(after),
      against: write(against),
    },
  };
}

function messageOf({ kind, field }: WordedChange) {
  if (field === null) return kind;
  const spec = fieldSpec(field);
  if (spec.group === "targets" && kind === "first-known") return "target-set";
  if (spec.kind !== "number" && spec.kind !== "level") return kind;
  if (kind === "moved-up") return "rose";
  return kind === "moved-down" ? "fell" : kind;
}

/** A change as one line without its full stop: "Rashakai: Gas advanced from Planned to Available". */
export function describeChange(text: Text, change: WordedChange): string {
  const { firm, field } = change;
  const zone = shortenZoneName(change.name);
  // The firm is beside the zone, so the subject is the field alone.
  const { key, values } = changeMessage(text, { ...change, firm: null });
  const words = text.t.markup(key, { ...values, link: (chunks) => `${chunks}` });
  return firm === null || field === null
    ? text.t("changes.line", { place: zone, change: words })
    : text.t("changes.firmLine", { zone, firm, change: words });
}

/**
 * Path of the place in a zone's ledger that has a change, or of the zone's page.
 * @param asOf the day on which the zone is shown; null: today
 */
export function changePath(
  { zone, field, tenancy }: Pick<WordedChange, "zone" | "field" | "tenancy">,
  asOf: string | null = null,
): string {
  const page = asOf === null ? `/zones/${zone}` : `/zones/${zone}?asOf=${asOf}`;
  return field === null ? page : `${page}#${getLedgerAnchor(field, tenancy)}`;
}

/** An edition or a method as one line: "Edition of 30 November 2026: 566 values changed in 44 zones". */
export function describeAnnouncement(
  text: Text,
  news: Pick<EditionNews, "kind" | "compiledOn" | "values" | "zones"> | MethodNews,
): string {
  if (news.kind === "method") {
    const values = { number: String(news.number), day: text.day(news.since, "long") };
    return text.t("changes.news.method", values);
  }
  const { compiledOn, values, zones } = news;
  return text.t("changes.news.edition", { day: text.day(compiledOn, "long"), values, zones });
}

/**
 * Path of the page that lists the changes of an edition, or explains a method.
 * @param conditions on the changes, as pairs of an address
 */
export function announcementPath(
  news: EditionNews | MethodNews,
  conditions: readonly (readonly [string, string])[],
): string {
  if (news.kind === "method") return news.page;
  const { revision, before, asOf } = news;
  const knownOn = formatKnownOn(revision.number, [revision]);
  const ends = { from: `r${before}`, to: `r${revision.number}`, asOf, knownOn };
  return learnedAddress([...Object.entries(ends), ...conditions]);
}

/** The conditions on changes in words: "Sindh", "Rashakai or Hattar". */
export function describeChangeConditions(
  text: Text,
  filter: ChangeFilter,
  { zones }: Pick<Registry, "zones">,
): string[] {
  const names = zoneNames(zones);
  const words: Readonly<Record<(typeof CHANGE_CONDITIONS)[number], (value: string) => string>> = {
    zone: (slug) => shortenZoneName(names.get(slug) ?? slug),
    province: (value) =>
      value === UNKNOWN ? text.t("files.feed.provinceUnknown") : text.termLabel("province", value),
    kind: (value) => text.t(`changes.kind.${value as ChangeKind}.label`),
    field: (value) => text.fieldLabel(value as FieldKey),
  };
  return CHANGE_CONDITIONS.flatMap((key) => {
    const values = filter[key];
    return values ? [text.list([...values].sort().map(words[key]), "or")] : [];
  });
}
