"use client";

import { type ReactNode, useRef } from "react";
import { CloseIcon, SearchIcon } from "./icons";

/** Props of a search field. */
export interface SearchFieldProps {
  /** Its name, read aloud. */
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  /** Stands at the right while the field is empty, such as a key. */
  hint?: ReactNode;
}

/** Text to look for, with a way to clear it: by button or Escape. */
export function SearchField({ label, placeholder, value, onChange, hint }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex h-(--field) items-center gap-2 rounded-2 bg-paper pr-1 pl-2 text-ink-3 shadow-[inset_0_0_0_1px_var(--color-edge)] focus-within:outline-2 focus-within:outline-accent focus-within:-outline-offset-1">
      <SearchIcon />
      <input
        ref={input}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
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
          aria-label="Clear the search"
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
