import type { Route } from "next";
import Link from "next/link";
import { Fold } from "@/components/layout/section";
import { Instant } from "@/components/time/instant";
import { Button, buttonClass } from "@/components/ui/button";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { DialogAct } from "./act-dialog";
import type { QueueItemView } from "./queue-view";

interface QueueItemProps {
  item: QueueItemView;
  /** Can the item be reached with Tab? One of the list can. */
  active: boolean;
  busy: boolean;
  onFocus: () => void;
  onTake: () => void;
  onFinish: () => void;
  onDialog: (act: DialogAct) => void;
  onUndo: (entry: string) => void;
}

/** One item: what it is about, why it is here, with whom it is, what can be done with it, and what was done. */
export function QueueItem(props: QueueItemProps) {
  const { item, active, busy, onFocus, onTake, onFinish, onDialog, onUndo } = props;
  const { kind, subject, why, links, states, mine, done, canBeDone, history } = item;
  const { t } = usePlainText();
  return (
    // The list moves the focus between its items, whose letters it reads.
    <li
      data-item={item.key}
      tabIndex={active ? 0 : -1}
      onFocus={onFocus}
      className="relative -mx-2 grid gap-1.5 px-2 py-3 outline-offset-[-2px] before:absolute before:inset-x-2 before:top-0 before:border-line before:border-t"
    >
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b className="min-w-0 break-words font-semibold">{subject}</b>
        <span className="text-12 text-ink-3">{t(`queue.kind.${kind}`)}</span>
      </p>
      <p className="break-words" dir="auto">
        {why}
      </p>
      {states.length === 0 ? null : (
        <p className="break-words text-12 text-ink-2">{states.join(" · ")}</p>
      )}
      <div className="flex flex-wrap gap-1.5">
        {links.map(({ label, href }, i) => (
          <Link
            key={href}
            href={href as Route}
            prefetch={false}
            data-open={i === 0 || undefined}
            className={buttonClass(i === 0 ? "plain" : "quiet")}
          >
            {label}
            <span className="sr-only">, {subject}</span>
          </Link>
        ))}
        {done ? null : (
          <>
            {mine ? null : (
              <Button variant="quiet" aria-disabled={busy} onClick={onTake}>
                {t("queue.act.mine")}
              </Button>
            )}
            {(["assign", "snooze", "comment"] as const).map((act) => (
              <Button key={act} variant="quiet" onClick={() => onDialog(act)}>
                {t(`queue.act.${act}`)}
              </Button>
            ))}
            {canBeDone ? (
              <Button variant="quiet" aria-disabled={busy} onClick={onFinish}>
                {t("queue.act.done")}
              </Button>
            ) : null}
          </>
        )}
      </div>
      {history.length === 0 ? null : (
        <Fold label={t("queue.history.title", { count: history.length })} className="text-12">
          <ol className="grid gap-1">
            {history.map(({ id, words, at, canUndo }) => (
              <li key={id} className="flex items-baseline gap-x-3 max-sm:flex-wrap">
                <Instant at={at} className="tabular shrink-0 text-ink-3" />
                <span className="min-w-0 whitespace-pre-line break-words">{words}</span>
                {canUndo ? (
                  <Button variant="quiet" aria-disabled={busy} onClick={() => onUndo(id)}>
                    {t("queue.act.undo")}
                  </Button>
                ) : null}
              </li>
            ))}
          </ol>
        </Fold>
      )}
    </li>
  );
}
