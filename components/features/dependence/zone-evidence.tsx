import { EvidenceLine, UnknownValue } from "@/components/evidence/evidence-line";
import { QuotedWords } from "@/components/evidence/quoted-words";
import { SourceReference } from "@/components/evidence/source-reference";
import { Anchor } from "@/components/layout/link";
import { Fold } from "@/components/layout/section";
import { Original } from "@/components/ui/original";
import { DEPENDENCE_FIELDS, type DependenceField, getGrade } from "@/lib/dependence/dependence";
import type { DependenceRow } from "@/lib/dependence/dependence-row";
import { aggregateInvolvement, getInvolvementGrade } from "@/lib/dependence/firm-involvement";
import { getLedgerAnchor } from "@/lib/evidence/addresses";
import type { Source } from "@/lib/evidence/ledger-records";
import { getReportDate } from "@/lib/evidence/zone-view";
import { firmPath } from "@/lib/firms/firm-address";
import { listInvolvement, type PlacedFirm } from "@/lib/firms/firms";
import { useText } from "@/lib/text/use-text";
import type { Day } from "@/lib/time/day";

/** What evidence needs beside the zone. */
export interface EvidenceContext {
  sources: ReadonlyMap<string, Source>;
  /** The day shown. */
  asOf: Day;
  /** The moment in the address, from its question mark; empty for today. */
  moment: string;
}

interface ZoneEvidenceProps extends EvidenceContext {
  row: DependenceRow;
  /** Its firms with owners or partners abroad. */
  firms: readonly PlacedFirm[];
  /** Is it open at first? */
  open: boolean;
}

/** The ratings of a zone and its firms with owners or partners abroad, each with its source. */
export function ZoneEvidence(props: ZoneEvidenceProps) {
  const text = useText();
  const { row, firms, open } = props;
  const { zone, name, known, candidate } = row;
  const fields = DEPENDENCE_FIELDS.filter((field) => zone.values[field] !== null);
  return (
    <Fold
      open={open}
      className="printed-open border-line border-t py-1"
      label={
        <>
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
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-y-3 pb-3 sm:ps-[1.125rem]">
        <ZoneTotals firms={firms} />
        {firms.length === 0 ? null : (
          <ul className="grid grid-cols-[minmax(0,1fr)] gap-y-1">
            {firms.map((firm) => (
              <FirmEvidence key={firm.record.tenancy.id} {...props} firm={firm} />
            ))}
          </ul>
        )}
        {fields.length === 0 ? null : (
          <dl className="grid gap-x-10 gap-y-2 md:grid-cols-2">
            {fields.map((field) => (
              <LevelEvidence key={field} {...props} field={field} />
            ))}
          </dl>
        )}
      </div>
    </Fold>
  );
}

/** What partners abroad give to the firms of a zone together; of one firm, its own line says it. */
function ZoneTotals({ firms }: Pick<ZoneEvidenceProps, "firms">) {
  const text = useText();
  const given = aggregateInvolvement(firms.map(({ record }) => record));
  if (firms.length < 2 || given.length === 0) return null;
  return (
    <p>
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

/** The fields that show how a firm is tied to a country. */
const TIE_FIELDS = [
  "nationality",
  "ultimateOwnerNationality",
  "involvement",
  "foreignEquityCountry",
] as const;

function FirmEvidence({ firm, sources, moment }: EvidenceContext & { firm: PlacedFirm }) {
  const text = useText();
  const { id, record } = firm;
  const { tenancyStage: stage, nationality, ultimateOwnerNationality: owner } = record.values;
  const sourceIds = new Set(
    TIE_FIELDS.flatMap((field) => {
      const { value, evidence } = record.fields[field];
      return value === null || evidence === null ? [] : [evidence.claim.sourceId];
    }),
  );
  const country = (code: string | null) => (code === null ? "" : text.countryInSentence(code));
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-x-4 md:grid-cols-[10rem_minmax(0,1fr)_12rem] lg:grid-cols-[13rem_minmax(0,1fr)_15rem]">
      <Anchor className="link min-h-6 font-medium" href={firmPath(id, moment)}>
        {record.tenancy.firm}
      </Anchor>
      <span>
        {text.t.rich("dependence.evidence.firm", {
          stage: text.value("tenancyStage", stage),
          isRegistered: nationality === null ? "no" : "yes",
          registered: country(nationality),
          known: owner === null ? "no" : "yes",
          owner: country(owner),
          given: () => <GivenByPartners firm={firm} />,
        })}
      </span>
      <span className="meta *:block *:min-h-6">
        {[...sourceIds].map((sourceId) => (
          <span key={sourceId}>
            <SourceReference id={sourceId} source={sources.get(sourceId)} brief />
          </span>
        ))}
      </span>
    </li>
  );
}

/** What partners abroad give a firm, with the grade of the evidence. */
function GivenByPartners({ firm: { record } }: { firm: PlacedFirm }) {
  const text = useText();
  const grade = getInvolvementGrade(record);
  const given = listInvolvement(record.values);
  if (given.length === 0 || grade === null) return <UnknownValue />;
  return text.t.rich("dependence.firms.given", {
    given: text.list(given.map(({ kind, country }) => text.involvement(`${kind}:${country}`))),
    grade: text.t(`dependence.grade.${grade}`),
    detail: (chunks) => <span className="text-12 text-ink-3">{chunks}</span>,
  });
}

function LevelEvidence(props: ZoneEvidenceProps & { field: DependenceField }) {
  const text = useText();
  const { row, field, sources, asOf, moment } = props;
  const resolution = row.zone.fields[field];
  const { value, evidence, mark } = resolution;
  const grade = getGrade(resolution);
  const report = getReportDate(resolution, asOf);
  if (evidence === null || report === null || grade === null) return null;
  const { origin, confidence, note, quotation, sourceId } = evidence.claim;
  const { date, ageDays } = report;
  const source = sources.get(sourceId);
  return (
    <div className="min-w-0 break-words">
      <dt>
        <Anchor
          className="link font-medium"
          href={`/zones/${row.zone.slug}${moment}#${getLedgerAnchor(field)}`}
        >
          {text.t("dependence.evidence.level", {
            dimension: text.fieldLabel(field),
            level: String(value),
          })}
        </Anchor>{" "}
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
        <QuotedWords quotation={quotation} />
        <span className="text-12">
          <SourceReference id={sourceId} source={source} />
        </span>{" "}
        {date === source?.publishedOn && mark === null ? (
          <span className="meta">{`(${text.age(ageDays)})`}</span>
        ) : (
          <EvidenceLine date={date} ageDays={ageDays} mark={mark} />
        )}
      </dd>
    </div>
  );
}
