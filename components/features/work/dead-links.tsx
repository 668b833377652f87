"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { postChanges, uuidV7 } from "@/lib/client/send-changes";
import { usePlainText } from "@/lib/text/use-plain-text";

/** A source whose link no longer works. */
export interface DeadLink {
  /** Id of the source. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** The revision of its present version. */
  readonly version: number;
}

/** New addresses for links that no longer work, recorded by one press. Each is a change of its source with the same reason. */
export function DeadLinks({ links }: { links: readonly DeadLink[] }) {
  const { t } = usePlainText();
  const router = useRouter();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // The same change that is sent again is recorded once.
  const ids = useRef(new Map<string, string>());
  const changed = links.filter(({ id }) => (typed[id] ?? "").trim() !== "");

  const record = async () => {
    if (busy) return;
    setFaults({});
    if (changed.length === 0) return setFailure(t("queue.links.repair.none"));
    if (reason.trim() === "") return setFailure(t("queue.links.repair.noReason"));
    setFailure(null);
    setBusy(true);
    const failed: Record<string, string> = {};
    for (const { id, version } of changed) {
      const url = (typed[id] ?? "").trim();
      const key = `${id} ${url} ${reason}`;
      const changeId = ids.current.get(key) ?? uuidV7();
      ids.current.set(key, changeId);
      const outcome = await postChanges(t, `/api/v1/sources/${encodeURIComponent(id)}`, {
        ...{ id: changeId, basedOn: version, reason: reason.trim(), url },
      });
      if (outcome.kind === "done") continue;
      failed[id] =
        "message" in outcome
          ? outcome.message
          : "issues" in outcome
            ? outcome.issues.map(({ message }) => message).join(" ")
            : t(outcome.kind === "conflict" ? "records.conflict" : "queue.links.repair.out");
      if (outcome.kind === "signed-out") break;
    }
    setBusy(false);
    setFaults(failed);
    const count = changed.length - Object.keys(failed).length;
    if (count > 0) toast(t("queue.links.repair.done", { count }));
    router.refresh();
  };

  if (links.length === 0) return null;
  return (
    <form
      noValidate
      aria-label={t("queue.links.repair.title")}
      className="mt-4 grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <p className="font-medium">{t("queue.links.repair.title")}</p>
      {links.map(({ id, title, url }) => (
        <div key={id} className="grid gap-1 wrap-anywhere">
          <Link className="link" href={`/admin/records/source/${encodeURIComponent(id)}` as Route}>
            {title}
          </Link>
          <span className="text-12 text-ink-3">{url}</span>
          <TextField
            label={
              <>
                {t("queue.links.repair.address")}
                <span className="sr-only">, {title}</span>
              </>
            }
            type="url"
            inputMode="url"
            maxLength={2000}
            value={typed[id] ?? ""}
            onChange={(value) => setTyped({ ...typed, [id]: value })}
            error={faults[id] ?? null}
          />
        </div>
      ))}
      <TextField
        label={t("records.reason")}
        hint={t("records.reasonHint")}
        maxLength={4000}
        value={reason}
        onChange={setReason}
      />
      {failure === null ? null : (
        <Notice tone="rust" live>
          {failure}
        </Notice>
      )}
      <Button type="submit" aria-disabled={busy} className="justify-self-start">
        {t(busy ? "records.file.busy" : "queue.links.repair.submit")}
      </Button>
    </form>
  );
}
