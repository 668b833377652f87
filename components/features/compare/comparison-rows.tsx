import { getDateLine, getRecordedLanguage } from "@/components/evidence/field-value";
import type { ZoneFieldKey } from "@/lib/catalogue/fields";
import type { Weights } from "@/lib/catalogue/groups";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import { packRecords } from "@/lib/evidence/packed-records";
import type { ZoneRecord } from "@/lib/evidence/registry";
import type { Moment } from "@/lib/evidence/resolve";
import { shortZoneName } from "@/lib/evidence/zone-name";
import type { Ladder } from "@/lib/query/ladder-funnel";
import { momentSearch } from "@/lib/query/moment-params";
import type { Query } from "@/lib/query/query";
import { isCandidate } from "@/lib/query/scope";
import { computeReadiness, type Readiness } from "@/lib/readiness/readiness";
import { getZoneClimb, type LadderRung } from "@/lib/text/ladder-rungs";
import type { Text } from "@/lib/text/text";
import { useText } from "@/lib/text/use-text";
import type { ComparedCell } from "./compared-cells";
import { ComparedLadder, type RungWords } from "./compared-ladder";

/** The value of a field of a zone in words, and what stands under it. */
export function getComparedCell(
  text: Text,
  { record }: ComparedZone,
  field: ZoneFieldKey,
  { asOf, revision }: Moment,
): ComparedCell {
  const resolution = record.fields[field];
  const { value } = resolution;
  const lang = getRecordedLanguage(text, field, value);
  return {
    ...(value === null ? {} : { value: text.value(field, value) }),
    ...(lang === null ? {} : { lang }),
    ...getDateLine({ resolution, asOf, revision }),
  };
}

/** A zone as a column of the comparison. */
export interface ComparedZone {
  readonly record: ZoneRecord;
  /** Name without the words that only say that it is a zone. */
  readonly name: string;
  readonly candidate: boolean;
  readonly readiness: Readiness | null;
  /** Address of its page at the same moment. */
  readonly href: string;
}

/** Prepares a zone for the comparison at a moment and under some weights. */
export function buildComparedZone(
  record: ZoneRecord,
  moment: Pick<Query, "asOf" | "knownOn">,
  weights: Weights,
): ComparedZone {
  return {
    record,
    name: shortZoneName(record),
    candidate: isCandidate(record.values),
    readiness: computeReadiness(record, weights),
    href: `/zones/${record.slug}${momentSearch(moment)}`,
  };
}

interface StatusLadderProps {
  zone: ComparedZone;
  ladder: Ladder;
  moment: Moment;
}

/** The ladder of one zone from its first rung down, so that the rungs of several zones line up. */
export function StatusLadder({ zone, ladder, moment }: StatusLadderProps) {
  const text = useText();
  const { fields, values } = zone.record;
  const approval = ladder === "legalStatus" ? fields.approvedOn : null;
  const { rungs, aside } = getZoneClimb(text, ladder, fields[ladder], values, approval);
  return (
    <ComparedLadder
      ladder={ladder}
      rungs={packRecords(rungs.map((rung) => toWords(text, rung)))}
      aside={aside !== null}
      cell={{
        ...getComparedCell(text, zone, ladder, moment),
        href: `${zone.href}#${getLedgerAnchor(ladder)}`,
        of: `${text.fieldLabel(ladder)}, ${zone.name}`,
      }}
    />
  );
}

function toWords(text: Text, rung: LadderRung): RungWords {
  return { label: rung.label, state: rung.state, note: describeRung(text, rung) };
}

function describeRung({ t, partialDate }: Text, { state, date }: LadderRung): string {
  if (state === "now") return t("compare.ladder.now");
  if (state !== "confirmed") return t(`common.ladder.${state}`);
  return date === null
    ? t("compare.ladder.passed")
    : t("compare.ladder.by", { date: partialDate(date) });
}
