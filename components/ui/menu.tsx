"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { CheckIcon } from "./icons";

/** Props of a menu. */
export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  /** Open from the start: for a menu that was loaded by the press that asked for it. */
  defaultOpen?: boolean;
  children: ReactNode;
}

const ITEM =
  "flex min-h-8 cursor-default items-center gap-2.5 px-3.5 py-1 outline-none data-highlighted:bg-accent-wash data-highlighted:text-accent data-disabled:text-ink-3 pointer-coarse:min-h-11";

/** Things to do or to choose from, opened by a button. Arrows move, letters find, Escape closes. */
export function Menu({
  trigger,
  align = "end",
  side = "bottom",
  defaultOpen,
  children,
}: MenuProps) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-40"
        >
          <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) max-w-[min(24rem,var(--available-width))] overflow-y-auto overscroll-contain rounded-pop bg-pop py-1.5 shadow-pop outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Props of an item: words, and in quieter ink what they mean. */
export interface MenuItemProps {
  children: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  onSelect: () => void;
}

/** Something to do. */
export function MenuItem({ children, hint, disabled, onSelect }: MenuItemProps) {
  return (
    <Base.Item className={ITEM} disabled={disabled} onClick={onSelect}>
      <Words hint={hint}>{children}</Words>
    </Base.Item>
  );
}

/** Somewhere to go or something to fetch: a true link. `download` names the file. */
export function MenuLink({
  children,
  hint,
  href,
  download,
}: {
  children: ReactNode;
  hint?: ReactNode;
  href: string;
  download?: string | true;
}) {
  return (
    <Base.LinkItem className={ITEM} href={href} download={download} closeOnClick>
      <Words hint={hint}>{children}</Words>
    </Base.LinkItem>
  );
}

/** Props of a group of which one is chosen. */
export interface MenuChoiceProps<V extends string> {
  label: string;
  value: V;
  onChange: (value: V) => void;
  choices: readonly { value: V; label: ReactNode; hint?: ReactNode }[];
}

/** One of several, the chosen one ticked. */
export function MenuChoice<V extends string>({
  label,
  value,
  onChange,
  choices,
}: MenuChoiceProps<V>) {
  return (
    <Base.Group>
      <MenuLabel>{label}</MenuLabel>
      <Base.RadioGroup value={value} onValueChange={(next: V) => onChange(next)}>
        {choices.map((choice) => (
          <Base.RadioItem key={choice.value} value={choice.value} className={ITEM} closeOnClick>
            <span className="grid w-4 flex-none text-accent">
              <Base.RadioItemIndicator>
                <CheckIcon />
              </Base.RadioItemIndicator>
            </span>
            <Words hint={choice.hint}>{choice.label}</Words>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** Heads a group of items. Only inside a group. */
function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <Base.GroupLabel className="px-3.5 pt-1.5 pb-1 text-11 text-ink-3">{children}</Base.GroupLabel>
  );
}

/** A line of words that is no item: what the menu is about, or what goes with every file. */
export function MenuNote({ children }: { children: ReactNode }) {
  return <div className="px-3.5 py-1.5 text-12 text-ink-3">{children}</div>;
}

/** A hairline between groups. */
export function MenuSeparator() {
  return <Base.Separator className="my-1.5 h-px bg-line" />;
}

function Words({ children, hint }: { children: ReactNode; hint?: ReactNode }) {
  return hint === undefined ? (
    children
  ) : (
    <>
      <b className="min-w-16">{children}</b>
      <span className="text-12 text-ink-3">{hint}</span>
    </>
  );
}
