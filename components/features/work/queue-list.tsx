"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Fold } from "@/components/layout/section";
import { FailureNotice, useChange } from "@/components/layout/use-change";
import { Instant } from "@/components/time/instant";
import { Button, buttonClass } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import { ChevronDownIcon } from "@/components/ui/icons";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/contract/action-result";
import type { Teammate } from "@/lib/queue/queue-query";
import { usePlainText } from "@/lib/text/use-plain-text";
import type { Day } from "@/lib/time/day";
import { ActDialog, type DialogAct } from "./act-dialog";
import type { QueueItemView } from "./build-queue-view";

interface QueueListProps {
  items: readonly QueueItemView[];
  /** Whom items can be given to. */
  team: readonly Teammate[];
  /** The signed-in person. */
  me: Teammate;
  days: { readonly first: Day; readonly last: Day };
  act: (input: unknown) => Promise<ActionResult<readonly string[]>>;
  undo: (input: unknown) => Promise<ActionResult>;
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };
const DIALOG_KEYS: Readonly<Record<string, DialogAct>> = { p: "assign", s: "snooze", c: "comment" };

/**
 * The items of the queue. Up and down move between them; letters act on the one that has the focus. An act is recorded
 * at once and can be undone.
 */
export function QueueList({ items, team, me, days, act, undo }: QueueListProps) {
  const { t } = usePlainText();
  const list = useRef<HTMLOListElement>(null);
  const [active, setActive] = useState(0);
  const [dialog, setDialog] = useState<{ act: DialogAct; items: readonly QueueItemView[] } | null>(
    null,
  );
  const [last, setLast] = useState<{
    /** Empty: what was done last is an undo. */
    readonly entries: readonly string[];
    readonly words: string;
  } | null>(null);
  const doing = useRef("");
  const refocus = useRef(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const recorded = (entries: readonly string[], words: string) => {
    setLast({ entries, words });
    setChosen(new Set());
    refocus.current = true;
  };
  const change = useChange(act, (entries) => recorded(entries, doing.current));
  const undoing = useChange(undo, () => {
    setLast({ entries: [], words: t("queue.did.undo") });
    refocus.current = true;
  });
  const busy = change.busy || undoing.busy;
  const picked = items.filter(({ key, done }) => chosen.has(key) && !done);
  const at = Math.min(active, items.length - 1);

  const focus = (index: number) => {
    const to = Math.max(0, Math.min(items.length - 1, index));
    setActive(to);
    list.current?.querySelectorAll<HTMLElement>("[data-item]")[to]?.focus();
  };

  // An item that is done leaves the list, and the focus goes to the one in its place.
  useEffect(() => {
    if (!refocus.current) return;
    refocus.current = false;
    const lost = !list.current?.contains(document.activeElement);
    if (lost && items.length > 0)
      list.current?.querySelectorAll<HTMLElement>("[data-item]")[at]?.focus();
  }, [items, at]);

  const send = (item: QueueItemView, input: object, words: string) => {
    doing.current = words;
    void change.send({ items: [{ item: item.key, cause: item.cause }], ...input });
  };
  const take = (item: QueueItemView) =>
    send(item, { act: "assign", assignee: me.id }, t("queue.did.assign", { who: me.name }));
  const finish = (item: QueueItemView) => send(item, { act: "done" }, t("queue.did.done"));
  const undoLast = () => {
    if (last && last.entries.length > 0) void undoing.send(last.entries);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Letters belong to an item only while the item itself has the focus, not a button or a fold in it.
    const item = items[at];
    if (!item || !(event.target instanceof HTMLElement) || !event.target.dataset.item) return;
    const move = MOVES[event.key];
    const opens = DIALOG_KEYS[event.key];
    if (move !== undefined) focus(at + move);
    else if (event.key === "Enter" || event.key === "o") {
      event.target.querySelector<HTMLElement>("[data-open]")?.click();
    } else if (event.key === "u") undoLast();
    else if (item.done) return;
    else if (opens !== undefined) setDialog({ act: opens, items: [item] });
    else if (event.key === "a" && !item.mine) take(item);
    else if (event.key === "d" && item.canBeDone) finish(item);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div role="status">
        {last === null ? null : (
          <Notice
            className="mb-3"
            action={
              last.entries.length === 0 ? undefined : (
                <Button variant="quiet" aria-disabled={busy} onClick={undoLast}>
                  {t("queue.act.undo")}
                </Button>
              )
            }
          >
            {last.words}
          </Notice>
        )}
      </div>
      <FailureNotice answer={change.answer} />
      <FailureNotice answer={undoing.answer} />
      {picked.length === 0 ? null : (
        <p className="mb-2 flex flex-wrap items-center gap-2">
          <span>{t("queue.bulk.chosen", { count: picked.length })}</span>
          {(["assign", "snooze"] as const).map((one) => (
            <Button key={one} onClick={() => setDialog({ act: one, items: picked })}>
              {t(`queue.act.${one}`)}
            </Button>
          ))}
          <Button variant="quiet" onClick={() => setChosen(new Set())}>
            {t("queue.bulk.none")}
          </Button>
        </p>
      )}
      <ol ref={list} onKeyDown={onKeyDown}>
        {items.map((item, index) => (
          <QueueItem
            key={item.key}
            item={item}
            active={index === at}
            busy={busy}
            onFocus={() => setActive(index)}
            onTake={() => take(item)}
            onFinish={() => finish(item)}
            chosen={chosen.has(item.key)}
            onChoose={(isChosen) => {
              const next = new Set(chosen);
              if (isChosen) next.add(item.key);
              else next.delete(item.key);
              setChosen(next);
            }}
            onDialog={(opened) => setDialog({ act: opened, items: [item] })}
            onUndo={(entry) => void undoing.send([entry])}
          />
        ))}
      </ol>
      {dialog === null ? null : (
        <ActDialog
          key={`${dialog.act} ${dialog.items[0]?.key}`}
          act={dialog.act}
          items={dialog.items}
          team={team}
          days={days}
          send={act}
          onDone={recorded}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

interface QueueItemProps {
  item: QueueItemView;
  /** Can the item be reached with Tab? One of the list can. */
  active: boolean;
  busy: boolean;
  chosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onFocus: () => void;
  onTake: () => void;
  onFinish: () => void;
  onDialog: (act: DialogAct) => void;
  onUndo: (entry: string) => void;
}

/** One item: what it is about, why it is here, with whom it is, what can be done with it, and what was done. */
function QueueItem(props: QueueItemProps) {
  const { item, active, busy, chosen, onChoose, onFocus, onTake, onFinish, onDialog, onUndo } =
    props;
  const { kind, subject, why, links, states, mine, done, canBeDone, history } = item;
  const [first, ...others] = links;
  // Under the words of the subject, which has a box before it.
  const under = done ? undefined : "ps-6.5";
  const { t } = usePlainText();
  const router = useRouter();
  return (
    // The list moves the focus between its items, whose letters it reads.
    <li
      data-item={item.key}
      tabIndex={active ? 0 : -1}
      onFocus={onFocus}
      className="relative -mx-2 grid items-center gap-x-4 gap-y-0.5 px-2 py-2 outline-offset-[-2px] before:absolute before:inset-x-2 before:top-0 before:border-line before:border-t sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <p className="flex items-baseline gap-x-3 sm:col-start-1">
        {done ? null : (
          <Checkbox
            className="mt-0.5 self-start"
            checked={chosen}
            aria-label={t("queue.bulk.choose", { subject })}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        )}
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <b className="min-w-0 break-words font-semibold">{subject}</b>
          <span className="text-12 text-ink-3">{t(`queue.kind.${kind}`)}</span>
        </span>
      </p>
      <p className={cx("break-words sm:col-start-1", under)} dir="auto">
        {why}
      </p>
      {states.length === 0 ? null : (
        <p className={cx("break-words text-12 text-ink-2 sm:col-start-1", under)}>
          {states.join(" · ")}
        </p>
      )}
      <div
        className={cx(
          "flex flex-wrap gap-1.5 max-sm:mt-1 sm:col-start-2 sm:row-span-3 sm:row-start-1 sm:ps-0",
          under,
        )}
      >
        {first ? (
          <Link
            href={first.href as Route}
            prefetch={false}
            data-open
            className={buttonClass("plain")}
          >
            {first.label}
            <span className="sr-only">, {subject}</span>
          </Link>
        ) : null}
        {done && others.length === 0 ? null : (
          <Menu
            align="start"
            trigger={
              <Button variant="quiet" aria-disabled={busy}>
                {t("queue.act.more")}
                <span className="sr-only">, {subject}</span>
                <ChevronDownIcon />
              </Button>
            }
          >
            {done ? null : (
              <>
                {canBeDone ? <MenuItem onSelect={onFinish}>{t("queue.act.done")}</MenuItem> : null}
                {mine ? null : <MenuItem onSelect={onTake}>{t("queue.act.mine")}</MenuItem>}
                {(["assign", "snooze", "comment"] as const).map((act) => (
                  <MenuItem key={act} onSelect={() => onDialog(act)}>
                    {t(`queue.act.${act}`)}
                  </MenuItem>
                ))}
                {others.length === 0 ? null : <MenuSeparator />}
              </>
            )}
            {others.map(({ label, href }) => (
              <MenuItem key={href} onSelect={() => router.push(href as Route)}>
                {label}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      {history.length === 0 ? null : (
        <Fold
          label={t("queue.history.title", { count: history.length })}
          className={cx("text-12 sm:col-start-1", under)}
        >
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
