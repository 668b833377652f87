import { useRef, useState } from "react";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { ChoiceField } from "@/components/ui/choice-field";
import { FormDialog } from "@/components/ui/form-dialog";
import { formText } from "@/components/ui/submitted-form";
import { InputField, TextField } from "@/components/ui/text-field";
import { type ActionResult, getFieldMessage } from "@/lib/contract/action-result";
import { MAX_NOTE } from "@/lib/contract/queue-limits";
import type { Teammate } from "@/lib/queue/queue-query";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";
import type { QueueItemView } from "./build-queue-view";

/** The acts that need more than a key: a person, a day or words. */
export type DialogAct = "assign" | "snooze" | "comment";

interface ActDialogProps {
  act: DialogAct;
  /** Never empty; a comment has one. */
  items: readonly QueueItemView[];
  team: readonly Teammate[];
  /** The earliest and the latest day of a snooze. */
  days: { readonly first: Day; readonly last: Day };
  send: (input: unknown) => Promise<ActionResult<readonly string[]>>;
  /** @param entries their ids; @param words what was done */
  onDone: (entries: readonly string[], words: string) => void;
  onClose: () => void;
}

/** Assigns items to a person, puts them away until a day, or comments on one. */
export function ActDialog({ act, items, team, days, send, onDone, onClose }: ActDialogProps) {
  const { t, partialDate } = usePlainText();
  const [note, setNote] = useState("");
  const done = useRef("");
  const change = useChange(send, (entries) => {
    onDone(entries, done.current);
    onClose();
  });
  const { answer, busy } = change;
  return (
    <FormDialog
      open
      title={t(`queue.dialog.${act}`)}
      description={
        items.length === 1 ? items[0]?.subject : t("queue.bulk.chosen", { count: items.length })
      }
      submit={t(act === "snooze" ? "queue.dialog.snooze" : `queue.dialog.${act}Submit`)}
      noValidate
      answer={answer}
      busy={busy}
      onClose={onClose}
      onSubmit={({ data }) => {
        const [assignee, until] = [formText(data, "assignee"), formText(data, "until")];
        const who = team.find(({ id }) => id === assignee)?.name;
        const about = { act, items: items.map(({ key, cause }) => ({ item: key, cause })) };
        done.current =
          act === "assign"
            ? who === undefined
              ? t("queue.did.unassign")
              : t("queue.did.assign", { who })
            : act === "snooze"
              ? t("queue.did.snooze", { until: until === "" ? "" : partialDate(until) })
              : t("queue.did.comment");
        void change.send(
          act === "assign"
            ? { ...about, assignee: assignee || null }
            : act === "snooze"
              ? { ...about, until, note }
              : { ...about, note },
        );
      }}
    >
      <FailureNotice answer={answer} />
      {act === "assign" ? (
        <ChoiceField
          label={t("queue.filter.who")}
          error={getFieldMessage(answer, "assignee")}
          name="assignee"
          values={[...team.map(({ id }) => id), ""]}
          labelOf={(id) => team.find((one) => one.id === id)?.name ?? t("queue.dialog.nobody")}
        />
      ) : (
        <>
          {act === "snooze" ? (
            <InputField
              name="until"
              type="date"
              min={days.first}
              max={days.last}
              label={t("queue.dialog.until")}
              error={getFieldMessage(answer, "until")}
              className="max-w-52"
            />
          ) : null}
          <TextField
            rows={4}
            maxLength={MAX_NOTE}
            value={note}
            onChange={setNote}
            label={t(act === "snooze" ? "queue.dialog.reason" : "queue.dialog.comment")}
            hint={
              note === "" && act === "snooze"
                ? t("queue.dialog.reasonHint")
                : t("queue.dialog.length", { count: note.length, most: MAX_NOTE })
            }
            error={getFieldMessage(answer, "note")}
          />
        </>
      )}
    </FormDialog>
  );
}
