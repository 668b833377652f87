"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { CheckIcon } from "./icons";

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  /** Open from the start, for a menu that is loaded by the first press of its button. */
  defaultOpen?: boolean;
  children: ReactNode;
}

const ITEM =
  "flex min-h-8 cursor-default items-center gap-2.5 px-3.5 py-1 outline-none data-highlighted:bg-accent-wash data-highlighted:text-accent data-disabled:text-ink-3 pointer-coarse:min-h-11";

/** A menu of actions or choices. Arrows move, letters find, Escape closes. */
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

interface MenuItemProps {
  children: ReactNode;
  /** What it means, quieter. */
  hint?: ReactNode;
  disabled?: boolean;
  onSelect: () => void;
}

/** An action. */
export function MenuItem({ children, hint, disabled, onSelect }: MenuItemProps) {
  return (
    <Base.Item className={ITEM} disabled={disabled} onClick={onSelect}>
      <Words hint={hint}>{children}</Words>
    </Base.Item>
  );
}

interface MenuChoiceProps<V extends string> {
  label: string;
  value: V;
  onChange: (value: V) => void;
  choices: readonly { value: V; label: ReactNode; hint?: ReactNode }[];
}

/** A choice of one; the chosen one has a tick. */
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

interface MenuChecksProps<V extends string> {
  label: string;
  /** In the order of `choices`. */
  checked: readonly V[];
  onChange: (checked: readonly V[]) => void;
  choices: readonly { value: V; label: ReactNode }[];
}

/** A choice of several; each chosen one has a tick. The menu stays open. */
export function MenuChecks<V extends string>({
  label,
  checked,
  onChange,
  choices,
}: MenuChecksProps<V>) {
  const toggle = (value: V, on: boolean) =>
    choices
      .map((choice) => choice.value)
      .filter((one) => (one === value ? on : checked.includes(one)));
  return (
    <Base.Group>
      <MenuLabel>{label}</MenuLabel>
      {choices.map(({ value, label: words }) => (
        <Base.CheckboxItem
          key={value}
          checked={checked.includes(value)}
          onCheckedChange={(on) => onChange(toggle(value, on))}
          className={ITEM}
        >
          <span className="grid w-4 flex-none text-accent">
            <Base.CheckboxItemIndicator>
              <CheckIcon />
            </Base.CheckboxItemIndicator>
          </span>
          {words}
        </Base.CheckboxItem>
      ))}
    </Base.Group>
  );
}

/** The label of a group of items. */
function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <Base.GroupLabel className="px-3.5 pt-1.5 pb-1 text-12 text-ink-3">{children}</Base.GroupLabel>
  );
}

/** A text in a menu that is no item. */
export function MenuNote({ children }: { children: ReactNode }) {
  return <div className="px-3.5 py-1.5 text-12 text-ink-3">{children}</div>;
}

/** A line between groups. */
export function MenuSeparator() {
  return <Base.Separator className="my-1.5 border-line border-t" />;
}

function Words({ children, hint }: { children: ReactNode; hint?: ReactNode }) {
  return hint === undefined ? (
    children
  ) : (
    <>
      <b className="min-w-22">{children}</b>
      <span className="text-12 text-ink-3">{hint}</span>
    </>
  );
}
