"use client";

import { type ReactNode, useRef } from "react";
import { useTranslate } from "@/lib/text/use-translate";
import { CloseIcon, SearchIcon } from "./icons";

interface SearchFieldProps {
  /** Its name, read aloud, and its tooltip. */
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  /** Shown at the end while the field is empty, such as a key. */
  hint?: ReactNode;
}

/** A search field. Its button or Escape clears it. */
export function SearchField({ label, placeholder, value, onChange, hint }: SearchFieldProps) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex h-(--field) items-center gap-2 rounded-2 bg-paper ps-2 pe-1 text-ink-3 shadow-[inset_0_0_0_1px_var(--color-edge)] focus-within:outline-2 focus-within:outline-accent focus-within:-outline-offset-1">
      <SearchIcon />
      <input
        ref={input}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        title={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value !== "") {
            event.preventDefault();
            onChange("");
          }
        }}
        className="h-full min-w-0 flex-1 appearance-none text-ink outline-none pointer-coarse:text-[1rem] [&::-webkit-search-cancel-button]:hidden"
      />
      {value === "" ? (
        hint
      ) : (
        <button
          type="button"
          aria-label={t("ui.clearSearch")}
          className="grid size-6 flex-none place-items-center rounded-1 hover:text-ink"
          onClick={() => {
            onChange("");
            input.current?.focus();
          }}
        >
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
