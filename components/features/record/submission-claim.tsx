import { useId } from "react";
import { SourceReference } from "@/components/evidence/source-reference";
import { Button } from "@/components/ui/button";
import { InputField, Labelled, TextField } from "@/components/ui/text-field";
import type { Source } from "@/lib/evidence/ledger-records";
import { useText } from "@/lib/text/use-text";
import { isPartialDate } from "@/lib/time/day";
import { ConflictNotice } from "./conflict-notice";
import { FieldInput } from "./field-input";
import type { SubmittedClaim } from "./submission-view";
import { type ClaimEdit, readText, typeValue, type useSubmission } from "./use-submission";

interface SubmissionClaimProps {
  number: number;
  /** Name of the zone, with the firm where the claim is on one. */
  subject: string;
  item: ReturnType<typeof useSubmission>["items"][number];
  sources: ReadonlyMap<string, Source>;
  /** Does its source come with it? */
  hasNewSource: boolean;
  /** Null: the reader can change nothing. */
  choose: ReturnType<typeof useSubmission>["choose"] | null;
}

/** One claim that waits: its value, quotation and source, and how to change it or leave it out. */
export function SubmissionClaim(props: SubmissionClaimProps) {
  const { number, subject, item, sources, hasNewSource, choose } = props;
  const { claim, choice, edited, conflict } = item;
  const { edit, dropped } = choice;
  const text = useText();
  const { t } = text;
  const titleId = useId();
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
                onClick={() => choose(claim.id, { edit: edit === null ? toEdit(claim) : null })}
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
        <b className={claim.value === null ? "unknown" : "font-semibold"}>
          {text.value(claim.field, edited?.value ?? claim.value)}
        </b>
        {claim.asOf === null ? null : ` · ${text.partialDate(claim.asOf)}`}
      </p>
      {dropped ? <p className="text-12 text-ink-3">{t("record.review.leftOut")}</p> : null}
      {claim.quotation === null ? (
        <p className="text-12 text-ink-3">{t("record.review.noQuotation")}</p>
      ) : (
        <blockquote
          aria-label={t("record.review.quotation")}
          lang={claim.quotation.lang}
          className="border-line-2 border-s-2 ps-3 text-ink-2"
        >
          {claim.quotation.text}
        </blockquote>
      )}
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
          onChange={(next) => choose(claim.id, { edit: next })}
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
  onChange: (edit: ClaimEdit) => void;
}

/** Value, date and note of a claim, each with what was sent where it differs. */
function EditFields({ claim, edit, onChange }: EditFieldsProps) {
  const text = useText();
  const { t } = text;
  const typed = typeValue(claim.field, claim.value);
  const isBad =
    typed !== null && edit.value !== typed && readText(claim.field, edit.value) === undefined;
  const isBadDate = edit.asOf.trim() !== "" && !isPartialDate(edit.asOf.trim());
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
            error={isBad ? t("record.review.badValue") : null}
          >
            {({ id, invalid, describedBy }) => (
              <FieldInput
                id={id}
                field={claim.field}
                text={edit.value}
                onChange={(value) => onChange({ ...edit, value })}
                invalid={invalid}
                {...(describedBy === undefined ? {} : { describedBy })}
              />
            )}
          </Labelled>
          {edit.value === typed ? null : was("value", text.value(claim.field, claim.value))}
        </div>
      )}
      <div>
        <InputField
          label={t("record.review.date")}
          hint={t("record.review.dateHint")}
          value={edit.asOf}
          maxLength={10}
          onChange={(event) => onChange({ ...edit, asOf: event.currentTarget.value })}
          error={isBadDate ? t("record.review.badDate") : null}
        />
        {edit.asOf.trim() === (claim.asOf ?? "")
          ? null
          : was("asOf", claim.asOf ?? t("record.review.none"))}
      </div>
      <div>
        <TextField
          label={t("record.review.note")}
          rows={2}
          maxLength={4000}
          value={edit.note}
          onChange={(note) => onChange({ ...edit, note })}
          error={null}
        />
        {edit.note.trim() === (claim.note ?? "")
          ? null
          : was("note", claim.note ?? t("record.review.none"))}
      </div>
    </div>
  );
}
