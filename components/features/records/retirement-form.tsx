"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { DecisionPreviewPanel } from "@/components/evidence/decision-preview-panel";
import { DeskForm, usePost } from "@/components/layout/desk-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type Option, OptionField } from "@/components/ui/option-field";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { useFocusWithin } from "@/components/ui/use-focus-within";
import { callAction, uuidV7 } from "@/lib/client/send-changes";
import type { ActionResult } from "@/lib/contract/action-result";
import type { RetirableKind, RetirementAct } from "@/lib/evidence/ledger-records";
import type { RetirementPreview } from "@/lib/evidence/retirement-preview";
import type { RecordKind } from "@/lib/records/record-kinds";
import { usePlainText } from "@/lib/text/use-plain-text";
import { useText } from "@/lib/text/use-text";

interface RetirementFormProps {
  personId: string;
  kind: RecordKind & RetirableKind;
  id: string;
  name: string;
  /** Is it merged, retired or withdrawn now? */
  hidden: boolean;
  /** The records that it can be merged into. */
  others: readonly Option[];
  /** Null: the record is no zone, whose merges change no value. */
  loadPreview: LoadRetirementPreview | null;
  email: string;
}

/** Merges a record into another, retires, withdraws or restores it, with a reason that readers see. */
export function RetirementForm(props: RetirementFormProps) {
  const { personId, kind, id, name, hidden, others, loadPreview, email } = props;
  const { t } = usePlainText();
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const focus = useFocusWithin(element);
  const form = usePost(personId, t("records.conflict"));
  const { busy, failure } = form;
  const [act, setAct] = useState<RetirementAct | null>(hidden ? "restored" : null);
  const [into, setInto] = useState("");
  const [reason, setReason] = useState("");
  const [sentId, setSentId] = useState(uuidV7);
  const [submitted, setSubmitted] = useState(false);
  const previewed = useRetirementPreview(loadPreview, { subject: id, act, into });
  const change = <T,>(setter: (value: T) => void) => {
    return (value: T) => {
      // What is being sent is what the form shows.
      if (busy) return;
      setSentId(uuidV7());
      form.setFailure(null);
      setter(value);
    };
  };
  const lacksAct = act === null;
  const lacksTarget = act === "merged" && into === "";
  const lacksReason = reason.trim() === "";
  const submit = async () => {
    if (busy) return;
    setSubmitted(true);
    if (act === null || lacksTarget || lacksReason) return focus("[aria-invalid=true]");
    const outcome = await form.post("/api/v1/retirements", {
      ...{ id: sentId, kind, subject: id, act, reason: reason.trim() },
      ...(act === "merged" ? { into } : {}),
    });
    if (outcome?.kind !== "done") return;
    toast(t(`records.retire.done.${act}`, { name }));
    if (act === "merged") router.push(`/admin/records/${kind}/${into}` as Route);
    router.refresh();
  };
  const acts = hidden ? (["restored"] as const) : (["merged", "retired", "withdrawn"] as const);
  return (
    <DeskForm form={form} email={email} onSignedIn={() => void submit()}>
      <form
        ref={element}
        noValidate
        aria-label={t("records.retire.title")}
        className="grid max-w-[44rem] gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <fieldset className="grid gap-1.5">
          <legend className="sr-only">{t("records.retire.title")}</legend>
          {acts.map((one) => (
            <label key={one} className="flex items-start gap-2 pointer-coarse:min-h-11">
              <input
                type="radio"
                name="act"
                aria-invalid={submitted && lacksAct}
                aria-describedby={submitted && lacksAct ? "no-act" : undefined}
                className="mt-0.75"
                checked={act === one}
                onChange={() => change(setAct)(one)}
              />
              <span>
                <span className="font-medium">{t(`records.retire.act.${one}`)}</span>
                <span className="block text-12 text-ink-3">
                  {t(`records.retire.means.${one}`, { kind })}
                </span>
              </span>
            </label>
          ))}
          {submitted && lacksAct ? (
            <p id="no-act" role="alert" className="text-12 text-rust">
              {t("records.retire.noAct")}
            </p>
          ) : null}
        </fieldset>
        {act === "merged" ? (
          <OptionField
            label={t("records.retire.into")}
            error={submitted && lacksTarget ? t("records.retire.noTarget") : null}
            options={others}
            value={into}
            onChange={change(setInto)}
            words={{ none: t("records.none"), pickOne: t("records.pickOne") }}
            readOnly={busy}
          />
        ) : null}
        <TextField
          label={t("records.reason")}
          hint={t("records.reasonHint")}
          error={submitted && lacksReason ? t("records.fault.reason") : null}
          maxLength={4000}
          readOnly={busy}
          value={reason}
          onChange={change(setReason)}
        />
        {loadPreview === null || act === null || act === "restored" ? null : (
          <RetirementPreviewPanel
            {...previewed}
            name={name}
            into={act !== "merged" ? null : (others.find((one) => one.id === into)?.label ?? "")}
          />
        )}
        {failure ? (
          <Notice tone="rust" live>
            {failure}
          </Notice>
        ) : null}
        <div>
          <Button type="submit" aria-busy={busy}>
            {t(act === null ? "records.retire.title" : `records.retire.submit.${act}`)}
          </Button>
        </div>
      </form>
    </DeskForm>
  );
}

interface RetirementPreviewPanelProps {
  /** Null: it is being worked out, or nothing is chosen. */
  preview: RetirementPreviewView | null;
  /** Why there is none. */
  failure: string | null;
  /** The zone that is merged, retired or withdrawn. */
  name: string;
  /** The name of the zone that stays; null: the zone is not merged; empty: none is chosen. */
  into: string | null;
}

/** Everything that merging, retiring or withdrawing a zone would change, before it is done. */
function RetirementPreviewPanel({ preview, failure, name, into }: RetirementPreviewPanelProps) {
  const { t, list } = useText();
  const lead =
    failure ??
    (into === ""
      ? t("records.retire.preview.choose")
      : preview === null
        ? t("records.retire.preview.loading")
        : t("records.retire.preview.gone", { name }));
  return (
    <DecisionPreviewPanel
      preview={preview}
      lead={
        <div className="grid gap-1">
          <p className={failure === null ? "text-ink-2" : "text-rust"}>{lead}</p>
          {preview === null || into === null ? null : (
            <>
              <p>{t("records.retire.preview.reports", { count: preview.reports, into })}</p>
              {preview.firms.length === 0 ? null : (
                <p>{t("records.retire.preview.firms", { into, names: list(preview.firms) })}</p>
              )}
              {preview.fields.length > 0 ? null : (
                <p>{t("records.retire.preview.noValue", { into })}</p>
              )}
            </>
          )}
        </div>
      }
    />
  );
}

/** The effect of merging or retiring a zone, as shown. */
export interface RetirementPreviewView extends Omit<RetirementPreview, "rows"> {
  /** The new headline of the home page; null: it stays. */
  readonly headline: string | null;
}

/** Works out what merging or retiring a zone would change, on the server. */
type LoadRetirementPreview = (input: unknown) => Promise<ActionResult<RetirementPreviewView>>;

/** What came back for one choice; null: nothing yet. */
interface LoadedPreview {
  readonly preview: RetirementPreviewView | null;
  /** Why there is none. */
  readonly failure: string | null;
}

const NOTHING: LoadedPreview = { preview: null, failure: null };

/**
 * What the choice of the form would change.
 * @param load null: the record is no zone, whose merges change no value
 * @param act null: none is chosen
 * @param into the zone that stays; empty: none is chosen, so there is nothing to show for a merge
 */
function useRetirementPreview(
  load: LoadRetirementPreview | null,
  { subject, act, into }: { subject: string; act: RetirementAct | null; into: string },
): LoadedPreview {
  const { t } = usePlainText();
  const [loaded, setLoaded] = useState(NOTHING);
  useEffect(() => {
    setLoaded(NOTHING);
    if (load === null || act === null || act === "restored" || (act === "merged" && into === ""))
      return;
    let current = true;
    const request = { subject, act, ...(act === "merged" ? { into } : {}) };
    void callAction(t, load, request).then((result) => {
      if (!current) return;
      setLoaded(
        result.ok
          ? { preview: result.value, failure: null }
          : { preview: null, failure: result.message ?? t("errors.unreachable") },
      );
    });
    return () => {
      current = false;
    };
  }, [load, subject, act, into, t]);
  return loaded;
}
