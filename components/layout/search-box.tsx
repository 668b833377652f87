"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useId, useRef } from "react";
import { PageForm } from "@/components/layout/link";
import { buttonClass } from "@/components/ui/button";
import { SearchIcon } from "@/components/ui/icons";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { momentPairs } from "@/lib/query/moment-params";
import { useTranslate } from "@/lib/text/use-translate";

const loadPanel = () => import("./search-panel").then((module) => module.SearchPanel);

/** Where a slash is a letter, or belongs to something that is open. */
const TYPING = [
  "input",
  "textarea",
  "select",
  "[contenteditable]",
  "dialog",
  "[role=dialog]",
].join();

/**
 * The search of the site, in the header of every page. It is a plain form that leads to the page of all results; the
 * suggestions load when it is first focused. On a narrow screen it covers the header while it is focused, and its label is
 * the button that opens it, so it works without scripts.
 */
export function SearchBox() {
  const t = useTranslate();
  const params = useSearchParams();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const { part: Panel, load } = useLoaded(loadPanel);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest(TYPING) !== null;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      field.current?.select();
      field.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  const moment = momentPairs({ asOf: params.get("asOf"), knownOn: params.get("knownOn") });
  return (
    <search className="site-search">
      <PageForm action="/search" onFocus={load} onInput={load}>
        <label
          htmlFor={id}
          title={t("layout.search.label")}
          className={buttonClass("quiet", "", true)}
        >
          <SearchIcon />
          <span className="sr-only">{t("layout.search.label")}</span>
        </label>
        <div className="site-search-field">
          <SearchIcon />
          <input
            ref={field}
            id={id}
            type="search"
            name="q"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded="false"
            aria-controls={`${id}-list`}
            aria-keyshortcuts="/"
            placeholder={t("layout.search.placeholder")}
            maxLength={200}
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
          />
          <kbd>/</kbd>
        </div>
        {moment.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {Panel === null || field.current === null ? null : (
          <Panel field={field.current} listId={`${id}-list`} moment={moment} />
        )}
      </PageForm>
    </search>
  );
}
