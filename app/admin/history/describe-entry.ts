import { AUDIT_ACTIONS } from "@/lib/contract/audit-actions";
import { listAllZoneNames } from "@/lib/evidence/all-zone-names";
import type { Claim, Quotation } from "@/lib/evidence/ledger-records";
import {
  createEffectFinder,
  type FieldEffect,
  listRecordEffects,
  type RecordEffect,
  type RecordPart,
  type VersionedKind,
} from "@/lib/evidence/revision-effects";
import { type AuditEntry, ZONE_ACTIONS } from "@/lib/server/audit/audit";
import type { DescribeEntry } from "@/lib/server/audit/audit-csv";
import { currentView, type RegistryView } from "@/lib/server/registry/registry-at";
import type { Text } from "@/lib/text/text";

/** Details that the changes in words say better. */
const SAID_BY_CHANGES: Readonly<Record<string, readonly string[]>> = {
  "claims-recorded": ["fields"],
  "decisions-recorded": ["decisions", "reason"],
  "source-changed": ["changed"],
  "event-changed": ["changed"],
  "figure-changed": ["changed"],
  "firm-changed": ["changed"],
};

/** Actions that record a new version of a record. */
const VERSION_ACTIONS: Readonly<Record<string, VersionedKind>> = {
  "source-changed": "source",
  "event-changed": "event",
  "figure-changed": "figure",
  "firm-changed": "firm",
};

/** Finds what each entry changed, in words. @param view of today, with the whole ledger */
export function createChangeFinder(
  text: Text,
  view: Pick<RegistryView, "facts" | "evidence">,
): (entry: AuditEntry) => readonly string[] {
  const findEffects = createEffectFinder(view);
  return ({ action, subject, revision }) => {
    if (revision === null) return [];
    if (action === "claims-recorded" || action === "decisions-recorded") {
      // One write can record and decide: each of its entries says its own part.
      return findEffects(revision, subject)
        .filter(({ recorded, decisions }) =>
          action === "claims-recorded" ? recorded.length > 0 : decisions.length > 0,
        )
        .flatMap((effect) => describeFieldEffect(text, effect));
    }
    const kind = VERSION_ACTIONS[action];
    return kind === undefined
      ? []
      : listRecordEffects(view, revision, kind, subject).map((effect) =>
          describeRecordEffect(text, effect),
        );
  };
}

/** The details of an entry without those that its changes say in words. */
export function listOtherDetails(
  { action, detail }: AuditEntry,
  changes: readonly string[],
): AuditEntry["detail"] {
  const said = changes.length === 0 ? [] : (SAID_BY_CHANGES[action] ?? []);
  return detail.filter(([key]) => !said.includes(key));
}

/** Puts entries into words for the file: the sentence of the page without its links, and the changes. */
export function createEntryDescriber(
  text: Text,
  view: Pick<RegistryView, "facts" | "evidence">,
  names: ReadonlyMap<string, string>,
): DescribeEntry {
  const findChanges = createChangeFinder(text, view);
  return (entry) => {
    const { actor, subject } = entry;
    const isZone = ZONE_ACTIONS.some((one) => one === entry.action);
    const values = {
      actor,
      subject: isZone ? (names.get(subject) ?? subject) : subject,
      b: (words: string) => words,
      object: (words: string) => words,
    };
    const known = AUDIT_ACTIONS.find((one) => one === entry.action);
    return {
      sentence:
        known === undefined
          ? text.t.markup("admin.audit.otherEntry", { ...values, action: entry.action })
          : text.t.markup(`admin.audit.entry.${known}`, values),
      changes: findChanges(entry),
    };
  };
}

/** The names of all zones by their slugs. */
export async function loadZoneNames(): Promise<ReadonlyMap<string, string>> {
  return listAllZoneNames(await currentView());
}

/** Slugs of the zones whose names contain the text: the log has only slugs. */
export function slugsNamed(text: string, names: ReadonlyMap<string, string>): string[] {
  const words = text.toLowerCase();
  return [...names].flatMap(([slug, name]) => (name.toLowerCase().includes(words) ? [slug] : []));
}

/** What a revision did to a field: one sentence for each decision, and one for what is displayed. */
function describeFieldEffect(text: Text, effect: FieldEffect): string[] {
  const { t } = text;
  const { field, firm, before, after, recorded, decisions } = effect;
  const label = text.fieldLabel(field);
  const about = firm === null ? label : t("admin.audit.effect.ofFirm", { firm, field: label });
  const shown = { about, before: text.value(field, before), after: text.value(field, after) };
  const moved = shown.before !== shown.after;
  return [
    ...decisions.map(({ decision, claim }) => {
      const values = {
        about,
        value: describeReport(text, claim),
        kind: decision.kind,
      };
      return decision.reason === null
        ? t("admin.audit.effect.decided", values)
        : t("admin.audit.effect.decidedFor", { ...values, reason: decision.reason });
    }),
    ...(moved
      ? [t("admin.audit.effect.moved", shown)]
      : recorded.map((claim) =>
          t("admin.audit.effect.recorded", { ...shown, value: describeReport(text, claim) }),
        )),
    ...(!moved && recorded.length === 0 ? [t("admin.audit.effect.stays", shown)] : []),
  ];
}

function describeReport(text: Text, { field, value, asOf }: Claim): string {
  const words = text.value(field, value);
  return asOf === null
    ? words
    : text.t("admin.audit.effect.report", { value: words, date: text.partialDate(asOf) });
}

/** What a revision changed in a source, an event, a figure or a firm: "Title: from A to B". */
function describeRecordEffect(text: Text, { part, before, after }: RecordEffect): string {
  return text.t("admin.audit.effect.moved", {
    about: text.t(`records.part.${part}`),
    before: writePart(text, part, before),
    after: writePart(text, part, after),
  });
}

function writePart({ t, list }: Text, part: RecordPart, value: unknown): string {
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  if (Array.isArray(value) && value.length > 0) return list(value.map(String));
  if (part === "quotation" && value) return (value as Quotation).text;
  return typeof value === "string" || typeof value === "number"
    ? String(value)
    : t("admin.audit.effect.none");
}
