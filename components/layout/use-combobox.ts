import { useEffect, useEffectEvent, useState } from "react";

/** The state of a combobox whose list is rendered below a field. */
interface Combobox {
  /** The text in the field. */
  readonly typed: string;
  /** May the list be shown? */
  readonly isOpen: boolean;
  /** Place of the active option; -1: none. */
  readonly active: number;
  readonly setActive: (place: number) => void;
  /** Closes the list, empties the field and leaves it. */
  readonly leave: () => void;
}

/** The id of an option by its place in the list. */
export function optionId(listId: string, place: number): string {
  return `${listId}-${place}`;
}

/**
 * Makes an existing field a combobox with a list, after the ARIA Authoring Practices: the focus stays in the field, arrows
 * move the active option, Enter follows it, Escape closes the list and then leaves the field. The field stays as it is, so
 * that a reader can type while the list still loads.
 * @param listId the id of the list, which is in the page only while it is shown; its options are numbered by `optionId`
 */
export function useCombobox(field: HTMLInputElement, listId: string): Combobox {
  const [typed, setTyped] = useState(field.value);
  const [isOpen, setOpen] = useState(() => document.activeElement === field);
  const [active, setActive] = useState(-1);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const leave = () => {
    close();
    field.value = "";
    setTyped("");
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };

  // After each render, because the list changes with the answers.
  useEffect(() => {
    const list = document.getElementById(listId);
    const option = list && document.getElementById(optionId(listId, active));
    field.setAttribute("aria-expanded", String(list !== null));
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  });
  useEffect(() => {
    document.getElementById(optionId(listId, active))?.scrollIntoView({ block: "nearest" });
  }, [listId, active]);

  const onInput = useEffectEvent(() => {
    setTyped(field.value);
    setActive(-1);
    setOpen(true);
  });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // The keys of an input method choose its letters.
    if (event.isComposing) return;
    const list = document.getElementById(listId);
    const count = list?.querySelectorAll("[role=option]").length ?? 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      // Down from none is the first, up from none the last.
      const next = event.key === "ArrowDown" ? active + 1 : Math.max(active, 0) - 1;
      if (count > 0) setActive((next + count) % count);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      document.getElementById(optionId(listId, active))?.click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (isOpen && field.value !== "") close();
      else leave();
    }
  });
  const onFocusOut = useEffectEvent(({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && field.form?.contains(relatedTarget))) close();
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    field.addEventListener("input", () => onInput(), { signal });
    field.addEventListener("keydown", (event) => onKeyDown(event), { signal });
    field.form?.addEventListener("focusout", (event) => onFocusOut(event), { signal });
    // Pressing an option leaves the focus in the field.
    const keepFocus = (event: Event) => event.target === field || event.preventDefault();
    field.form?.addEventListener("mousedown", keepFocus, { signal });
    return () => listening.abort();
  }, [field]);

  return { typed, isOpen, active, setActive, leave };
}
