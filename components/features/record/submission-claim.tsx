import { useId } from "react";
import { describeRequirement } from "@/components/entry/check-draft";
import { ConflictNotice } from "@/components/entry/conflict-notice";
import { readItem } from "@/components/entry/draft";
import { typeValue } from "@/components/entry/draft-items";
import { FieldInput } from "@/components/entry/field-input";
import { GateChecklist } from "@/components/entry/gate-checklist";
import { ValueReading } from "@/components/entry/value-reading";
import { ClaimDetails } from "@/components/evidence/claim-details";
import { SourceReference } from "@/components/evidence/source-reference";
import { DateField } from "@/components/time/date-field";
import { Button } from "@/components/ui/button";
import { Labelled, TextField } from "@/components/ui/text-field";
import { readDateText } from "@/lib/entry/read-value";
import { isUnderstood } from "@/lib/entry/reading";
import type { GateRequirement } from "@/lib/evidence/gates";
import type { Source } from "@/lib/evidence/ledger-records";
import { describeRefusal, withRate } from "@/lib/text/entry-words";
import { useText } from "@/lib/text/use-text";
import type { SubmittedClaim } from "./submission-view";
import type { ClaimEdit, useSubmission } from "./use-submission";

interface SubmissionClaimProps {
  number: number;
  /** Name of the zone, with the firm where the claim is on one. */
  subject: string;
  item: ReturnType<typeof useSubmission>["items"][number];
  sources: ReadonlyMap<string, Source>;
  /** Does its source come with it? */
  hasNewSource: boolean;
  /** Was it tried to send the claims? */
  submitted: boolean;
  /** Null: the reader can change nothing. */
  choose: ReturnType<typeof useSubmission>["choose"] | null;
}

/** One claim that waits: its value, quotation and source, and how to change it or leave it out. */
export function SubmissionClaim(props: SubmissionClaimProps) {
  const { number, subject, item, sources, hasNewSource, submitted, choose } = props;
  const { claim, choice, edited, conflict, gate } = item;
  const { edit, dropped } = choice;
  const text = useText();
  const { t } = text;
  const titleId = useId();
  const { value, asOf } = edited ?? claim;
  const source = sources.get(claim.sourceId);
  const label = text.fieldLabel(claim.field);
  return (
    <section aria-labelledby={titleId} className="grid gap-2 border-line border-t pt-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 id={titleId} className="text-12 text-ink-3">
          {t("record.review.claim", { number: text.number(number), label: subject })}
        </h3>
        {choose === null ? null : (
          <div className="-mx-2 flex gap-2">
            {dropped ? null : (
              <Button
                variant="quiet"
                onClick={() =>
                  choose(claim.id, {
                    edit: edit === null ? toEdit(claim) : null,
                    confirmed: null,
                  })
                }
              >
                {t(edit === null ? "record.review.change" : "record.review.undoChange")}
              </Button>
            )}
            <Button variant="quiet" onClick={() => choose(claim.id, { dropped: !dropped })}>
              {t(dropped ? "record.review.takeBack" : "record.review.leaveOut")}
            </Button>
          </div>
        )}
      </div>
      <p className={dropped ? "text-15 text-ink-3 line-through" : "text-15"}>
        {label}:{" "}
        <b className={value === null ? "unknown" : "font-semibold"}>
          {text.value(claim.field, value)}
        </b>
        {asOf === null ? null : ` · ${text.partialDate(asOf)}`}
      </p>
      {dropped ? <p className="text-12 text-ink-3">{t("record.review.leftOut")}</p> : null}
      {claim.quotation === null ? (
        <p className="text-12 text-ink-3">{t("record.review.noQuotation")}</p>
      ) : null}
      <ClaimDetails claim={edited ?? claim} />
      <p className="text-12">
        {hasNewSource ? <b className="font-medium">{t("record.review.newSource")}: </b> : null}
        {source === undefined ? (
          claim.sourceId
        ) : hasNewSource ? (
          <NewSource source={source} />
        ) : (
          <SourceReference id={source.id} source={source} />
        )}
        {claim.locator === null
          ? null
          : ` · ${t("record.review.locator", { locator: claim.locator })}`}
        {" · "}
        {t(`ledger.claim.origin.${claim.origin}`)}
        {" · "}
        {t(`ledger.claim.confidence.${claim.confidence}`)}
      </p>
      {claim.note === null || edit !== null ? null : <p className="text-ink-2">{claim.note}</p>}
      {edit === null || dropped || choose === null ? null : (
        <EditFields
          claim={claim}
          edit={edit}
          missing={submitted ? gate.filter(({ met }) => !met) : []}
          onChange={(next) =>
            choose(claim.id, {
              edit: next,
              ...(next.value === edit.value ? {} : { confirmed: null }),
            })
          }
        />
      )}
      {choose === null || edited === null || gate.length === 0 ? null : (
        <GateChecklist
          item={{
            field: claim.field,
            text: String(edited.value),
            notKnown: edited.value === null,
            gateConfirmed: edited.gateConfirmed ?? false,
          }}
          requirements={gate}
          invalid={submitted && !edited.gateConfirmed}
          onConfirm={(confirmed) => choose(claim.id, { confirmed })}
        />
      )}
      {conflict === undefined || choose === null ? null : (
        <ConflictNotice
          field={claim.field}
          current={conflict}
          draft={edited ?? undefined}
          draftSource={source?.title ?? claim.sourceId}
          sources={sources}
          onKeep={() => choose(claim.id, { basedOn: conflict?.id ?? null })}
          onRemove={() => choose(claim.id, { dropped: true })}
        />
      )}
    </section>
  );
}

function toEdit({ field, value, asOf, note }: SubmittedClaim): ClaimEdit {
  return { value: typeValue(field, value) ?? "", asOf: asOf ?? "", note: note ?? "" };
}

function NewSource({ source }: { source: Source }) {
  return (
    <>
      {source.url === null ? (
        source.title
      ) : (
        <a className="link" href={source.url} rel="noreferrer">
          {source.title}
        </a>
      )}
      , {source.publisher}
    </>
  );
}

interface EditFieldsProps {
  claim: SubmittedClaim;
  edit: ClaimEdit;
  /** What the step requires and the claim does not have, to be said with the fields. */
  missing: readonly GateRequirement[];
  onChange: (edit: ClaimEdit) => void;
}

/** Value, date and note of a claim, each with what was sent where it differs. */
function EditFields({ claim, edit, missing, onChange }: EditFieldsProps) {
  const text = useText();
  const { t } = text;
  const typed = typeValue(claim.field, claim.value);
  const readingOf = (value: string) => readItem({ field: claim.field, text: value });
  const reading = typed === null || edit.value === typed ? null : readingOf(edit.value);
  const faultOf = (part: "asOf" | "note") => {
    const requirement = missing.find((one) => one.part === part);
    return requirement ? describeRequirement(text, requirement) : null;
  };
  const changeValue = (value: string) => {
    const note = value === typed ? (claim.note ?? "") : withRate(text, edit.note, readingOf(value));
    onChange({ ...edit, value, note });
  };
  const was = (field: "value" | "asOf" | "note", value: string) => (
    <p className="text-12 text-ink-3">
      {t.rich("record.review.was", { field, sent: value, was: (words) => <s>{words}</s> })}
    </p>
  );
  return (
    <div className="grid max-w-[36rem] gap-3">
      {typed === null ? (
        <p className="text-12 text-ink-3">{t("record.review.unchangeable")}</p>
      ) : (
        <div>
          <Labelled
            label={t("record.review.value")}
            error={
              reading === null || isUnderstood(reading) ? null : describeRefusal(text, reading)
            }
          >
            {({ id, invalid, describedBy }) => (
              <>
                <FieldInput
                  id={id}
                  field={claim.field}
                  text={edit.value}
                  onChange={changeValue}
                  invalid={invalid}
                  {...(describedBy === undefined ? {} : { describedBy })}
                />
                {reading === null ? null : (
                  <ValueReading
                    item={{ field: claim.field, text: edit.value, notKnown: false }}
                    refused
                    onUse={changeValue}
                  />
                )}
              </>
            )}
          </Labelled>
          {edit.value === typed ? null : was("value", text.value(claim.field, claim.value))}
        </div>
      )}
      <div>
        <DateField
          label={t("record.review.date")}
          hint={t("record.report.dateHint")}
          value={edit.asOf}
          onChange={(asOf) => onChange({ ...edit, asOf })}
          error={faultOf("asOf")}
        />
        {readDateText(edit.asOf) === (claim.asOf ?? "")
          ? null
          : was(
              "asOf",
              claim.asOf === null ? t("record.review.none") : text.partialDate(claim.asOf),
            )}
      </div>
      <div>
        <TextField
          label={t("record.review.note")}
          rows={2}
          maxLength={4000}
          value={edit.note}
          onChange={(note) => onChange({ ...edit, note })}
          error={faultOf("note")}
        />
        {edit.note.trim() === (claim.note ?? "")
          ? null
          : was("note", claim.note ?? t("record.review.none"))}
      </div>
    </div>
  );
}
