import { EvidenceLink, FieldValueView, ValueDate } from "@/components/evidence/field-value";
import { LadderRungs } from "@/components/evidence/ladder-rungs";
import { Section } from "@/components/layout/section";
import { cx } from "@/components/ui/cx";
import { listContradictions } from "@/lib/evidence/contradictions";
import { type Evidence, isImplied, type Rival } from "@/lib/evidence/resolve";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { LADDERS, type Ladder } from "@/lib/query/ladder-funnel";
import { listOperationConflicts, type OperationConflict } from "@/lib/readiness/operation";
import { getFullCount } from "@/lib/readiness/scale";
import { lowerFirst } from "@/lib/text/first-letter";
import { getZoneClimb } from "@/lib/text/ladder-rungs";
import { useText } from "@/lib/text/use-text";
import { ImpliedBy } from "./implied-by";

const COLOURS: Readonly<Record<Ladder, string>> = {
  legalStatus: "var(--color-band-known)",
  status: "var(--color-ramp-3)",
};

/** The legal status and the progress on site of a zone, each on its ladder. */
export function Ladders({ view }: { view: ZoneView }) {
  const text = useText();
  const { values } = view.zone;
  const words = (field: Ladder) => lowerFirst(text, text.value(field, values[field]));
  return (
    <Section
      id="ladders"
      title={text.t("zones.ladders", { legal: words("legalStatus"), progress: words("status") })}
    >
      <div className="grid gap-y-6 print:gap-y-3">
        {LADDERS.map((ladder) => (
          <LadderRow key={ladder} view={view} ladder={ladder} />
        ))}
        <Disagreements view={view} />
      </div>
    </Section>
  );
}

/** Where progress on site, the count of producing firms and the indicators disagree, and why; reports that are not used. */
function Disagreements({ view }: { view: ZoneView }) {
  const { fields, values } = view.zone;
  const conflicts = listOperationConflicts(view.zone);
  const unpowered = listContradictions(values).some(({ field }) => field === "electricity");
  const unused = values.status === null ? fields.status.rivals : [];
  if (conflicts.length === 0 && !unpowered && unused.length === 0) return null;
  return (
    <ul className="grid gap-1 md:ms-40 print:ms-0">
      {conflicts.map((conflict) => (
        <li key={conflict.kind === "rival" ? conflict.rival.claim.id : conflict.kind}>
          <ConflictText conflict={conflict} view={view} />
        </li>
      ))}
      {conflicts.length === 0 ? null : <Reason view={view} />}
      {unpowered ? <Unpowered view={view} /> : null}
      {unused.map((rival) => (
        <li key={rival.evidence.claim.id} className="text-ink-2">
          <UnusedReport rival={rival} view={view} />
        </li>
      ))}
    </ul>
  );
}

function ConflictText({ conflict, view }: { conflict: OperationConflict; view: ZoneView }) {
  const text = useText();
  const { t } = text;
  const { zone } = view;
  const { fields, values } = zone;
  const status = text.value("status", values.status);
  if (conflict.kind === "rival") {
    const { claim, date } = conflict.rival;
    const full = conflict.count >= getFullCount("enterprisesProducing", values);
    return t("zones.conflict.rival", {
      count: conflict.count,
      origin: t(`ledger.claim.origin.${claim.origin}`),
      date: text.partialDate(date),
      other: text.termLabel("status", full ? "operational" : "partially-operational"),
    });
  }
  return t.rich(`zones.conflict.${conflict.kind}`, {
    status,
    named: zone.named.producing,
    needed: text.number(getFullCount("enterprisesProducing", values)),
    operational: text.termLabel("status", "operational"),
    value: () => (
      <FieldValueView
        field="enterprisesProducing"
        resolution={fields.enterprisesProducing}
        unknown={t("common.unknown")}
      />
    ),
  });
}

/** Why the status and the count can disagree: their dates, whose words they are, and what the editor noted on them. */
function Reason({ view: { zone } }: { view: ZoneView }) {
  const text = useText();
  const { t } = text;
  const status = isImplied(zone.fields.status) ? null : zone.fields.status.evidence;
  const count = zone.fields.enterprisesProducing.evidence;
  const date = (evidence: Evidence | null) =>
    evidence === null ? "" : text.partialDate(evidence.date);
  const origin = (evidence: Evidence | null) =>
    evidence === null ? "" : t(`ledger.claim.origin.${evidence.claim.origin}`);
  const notes = [
    { subject: "status", note: status?.claim.note },
    { subject: "count", note: count?.claim.note },
  ] as const;
  return (
    <li className="text-ink-2">
      {text.sentences([
        t("zones.conflict.why", {
          status: isImplied(zone.fields.status) ? "firms" : status === null ? "none" : "known",
          statusDate: date(status),
          statusOrigin: origin(status),
          counted: count === null ? "no" : "yes",
          countDate: date(count),
          countOrigin: origin(count),
        }),
        ...notes.map(({ subject, note }) =>
          note ? t("zones.conflict.note", { subject, note }) : "",
        ),
      ])}
    </li>
  );
}

function Unpowered({ view }: { view: ZoneView }) {
  const text = useText();
  const { t } = text;
  const { fields, values } = view.zone;
  const unknown = values.electricity === null;
  const reachesProduction = values.status !== "serviced";
  return (
    <li>
      <span className={unknown ? "text-ink-3" : "disputed"}>
        {unknown ? t("common.conflict.unconfirmed") : t("common.conflict.inconsistent")}
      </span>{" "}
      {t.rich("common.conflict.electricity", {
        status: text.value("status", values.status),
        value: () => (
          <FieldValueView
            field="electricity"
            resolution={fields.electricity}
            unknown={t("common.unknown")}
          />
        ),
      })}
      {unknown
        ? null
        : ` ${t(reachesProduction ? "zones.conflict.ownPower" : "zones.conflict.open")}`}
    </li>
  );
}

/** A report on the progress that is not used: what it says, whose it is, and why it is not used. */
function UnusedReport({ rival, view }: { rival: Rival; view: ZoneView }) {
  const text = useText();
  const { claim, date } = rival.evidence;
  const reason = rival.decision?.reason ?? "";
  return text.t.rich("zones.conflict.unused", {
    value: text.value("status", claim.value),
    origin: text.t(`ledger.claim.origin.${claim.origin}`),
    publisher: view.sources.get(claim.sourceId)?.publisher ?? claim.sourceId,
    date: text.partialDate(date),
    explained: reason === "" ? "no" : "yes",
    reason,
    link: (words) => <EvidenceLink field="status">{words}</EvidenceLink>,
  });
}

function LadderRow({ view, ladder }: { view: ZoneView; ladder: Ladder }) {
  const text = useText();
  const { fields, values } = view.zone;
  const resolution = fields[ladder];
  const approval = ladder === "legalStatus" ? fields.approvedOn : null;
  const { rungs, aside } = getZoneClimb(text, ladder, resolution, values, approval);
  return (
    <div className="grid gap-x-6 gap-y-3 md:grid-cols-[8.5rem_minmax(0,1fr)] print:grid-cols-[8.5rem_minmax(0,1fr)]">
      <div>
        <h3>{text.fieldLabel(ladder)}</h3>
        <p className="mt-0.5 text-12 text-ink-3">{text.t(`common.ladder.note.${ladder}`)}</p>
        {ladder === "status" ? (
          <p className="mt-2 text-12 empty:hidden">
            <ImpliedBy zone={view.zone} />
          </p>
        ) : null}
        {aside === null && resolution.value !== null ? null : (
          <p className="mt-2 grid">
            <FieldValueView
              field={ladder}
              resolution={resolution}
              className={cx("justify-self-start font-semibold", aside && "text-amber-ink")}
            />
            <ValueDate resolution={resolution} asOf={view.asOf} revision={view.revision} />
          </p>
        )}
      </div>
      <LadderRungs
        field={ladder}
        rungs={rungs}
        resolution={resolution}
        asOf={view.asOf}
        revision={view.revision}
        colour={COLOURS[ladder]}
      />
    </div>
  );
}
