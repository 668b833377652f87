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
    <div className="search-field">
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
