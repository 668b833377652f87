import { EvidenceLine } from "@/components/evidence/evidence-line";
import { SourceReference } from "@/components/evidence/source-reference";
import { Section } from "@/components/layout/section";
import { Original } from "@/components/ui/original";
import { DEPENDENCE_FIELDS, type DependenceField, getGrade } from "@/lib/dependence/dependence";
import type { DependenceRow } from "@/lib/dependence/dependence-row";
import { aggregateInvolvement } from "@/lib/dependence/firm-involvement";
import type { Source } from "@/lib/evidence/ledger-records";
import { getClaimDate, getLedgerAnchor } from "@/lib/evidence/zone-view";
import { firmPath } from "@/lib/firms/firm-address";
import type { PlacedFirm } from "@/lib/firms/firms";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";
import { GivenByPartners } from "./tied-firms-figure";

interface EvidenceSectionProps {
  rows: readonly DependenceRow[];
  /** The firms of these zones with owners or partners abroad. */
  firms: readonly PlacedFirm[];
  sources: ReadonlyMap<string, Source>;
  /** The day shown. */
  asOf: Day;
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
}

/** The evidence behind the levels, and the firms with owners or partners abroad, for each zone that has any. */
export function EvidenceSection(props: EvidenceSectionProps) {
  const { t } = useText();
  const zones = props.rows
    .map((row) => ({ row, firms: props.firms.filter(({ zone }) => zone.slug === row.zone.slug) }))
    .filter(({ row, firms }) => row.known > 0 || firms.length > 0);
  return (
    <Section
      id="behind"
      size="large"
      className="mt-10"
      title={t("dependence.evidence.title")}
      lead={zones.length === 0 ? t("dependence.evidence.none") : t("dependence.evidence.intro")}
    >
      {zones.map(({ row, firms }) => (
        <ZoneEvidence key={row.zone.slug} {...props} row={row} firms={firms} />
      ))}
    </Section>
  );
}

type ZoneEvidenceProps = Omit<EvidenceSectionProps, "rows"> & { row: DependenceRow };

function ZoneEvidence(props: ZoneEvidenceProps) {
  const text = useText();
  const { row, firms, moment } = props;
  const { zone, name, known, candidate } = row;
  const fields = DEPENDENCE_FIELDS.filter((field) => zone.values[field] !== null);
  return (
    <details className="border-line border-t" open={known > 0}>
      <summary className="min-h-8 cursor-pointer py-1.5">
        <b className="font-semibold">{name}</b>
        {candidate ? (
          <span className="text-ink-3"> {text.t("common.approval.candidateInFull")}</span>
        ) : null}{" "}
        <span className="text-ink-2">
          {text.t("dependence.evidence.summary", {
            known: text.number(known),
            total: text.number(DEPENDENCE_FIELDS.length),
            firms: firms.length,
          })}
        </span>
      </summary>
      <div className="grid gap-x-8 gap-y-3 pb-4 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <dl className="grid gap-2">
          {fields.map((field) => (
            <LevelEvidence key={field} {...props} field={field} />
          ))}
          {fields.length === 0 ? (
            <div>
              <dt className="sr-only">{text.t("dependence.evidence.ratings")}</dt>
              <dd className="unknown">{text.t("dependence.evidence.noRating")}</dd>
            </div>
          ) : null}
        </dl>
        <div>
          <ZoneTotals firms={firms} />
          <ul className="grid content-start gap-1">
            {firms.map((firm) => (
              <FirmEvidence key={firm.record.tenancy.id} firm={firm} moment={moment} />
            ))}
            {firms.length === 0 ? (
              <li className="text-ink-2">{text.t("dependence.evidence.noFirm")}</li>
            ) : null}
          </ul>
        </div>
      </div>
    </details>
  );
}

/** What partners abroad give to the firms of a zone together. */
function ZoneTotals({ firms }: Pick<EvidenceSectionProps, "firms">) {
  const text = useText();
  const given = aggregateInvolvement(firms.map(({ record }) => record));
  if (given.length === 0) return null;
  return (
    <p className="mb-2">
      {text.t("dependence.evidence.together", {
        given: text.list(
          given.map(({ kind, country, firms: count, grade }) =>
            text.t("dependence.evidence.givenTo", {
              given: text.involvement(`${kind}:${country}`),
              count,
              grade: grade === null ? "" : text.t(`dependence.grade.${grade}`),
            }),
          ),
        ),
      })}
    </p>
  );
}

function FirmEvidence({ firm, moment }: { firm: PlacedFirm; moment: string }) {
  const text = useText();
  const { id, record } = firm;
  const { tenancyStage: stage, ultimateOwnerNationality: owner } = record.values;
  return (
    <li className="text-ink-2">
      {text.t.rich("dependence.evidence.firm", {
        firm: record.tenancy.firm,
        stage: text.value("tenancyStage", stage),
        known: owner === null ? "no" : "yes",
        owner: owner === null ? "" : text.countryInSentence(owner),
        given: () => <GivenByPartners firm={firm} />,
        link: (chunks) => (
          <a className="link inline-block min-h-6 text-ink" href={firmPath(id, moment)}>
            {chunks}
          </a>
        ),
      })}
    </li>
  );
}

function LevelEvidence(props: ZoneEvidenceProps & { field: DependenceField }) {
  const text = useText();
  const { row, field, sources, asOf, moment } = props;
  const resolution = row.zone.fields[field];
  const { value, evidence, mark } = resolution;
  const grade = getGrade(resolution);
  if (evidence === null || grade === null) return null;
  const { origin, confidence, note, sourceId } = evidence.claim;
  const { date, ageDays } = getClaimDate(evidence, asOf);
  return (
    <div className="min-w-0 break-words">
      <dt>
        <a
          className="link font-medium"
          href={`/zones/${row.zone.slug}${moment}#${getLedgerAnchor(field)}`}
        >
          {text.t("dependence.evidence.level", {
            dimension: text.fieldLabel(field),
            level: String(value),
          })}
        </a>{" "}
        <span className="text-12 text-ink-3">
          {text.t("dependence.evidence.grade", { grade, origin, confidence })}
        </span>
      </dt>
      <dd>
        {text.t("dependence.evidence.meaning", { meaning: text.levelMeaning(field, value) ?? "" })}
        {note === null ? null : (
          <>
            {" "}
            <Original>{note}</Original>
          </>
        )}{" "}
        <span className="text-12">
          <SourceReference id={sourceId} source={sources.get(sourceId)} />
        </span>{" "}
        <EvidenceLine date={date} ageDays={ageDays} mark={mark} />
      </dd>
    </div>
  );
}
