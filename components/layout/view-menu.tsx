"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form-dialog";
import { ChevronDownIcon } from "@/components/ui/icons";
import { Menu, MenuItem, MenuNote, MenuSeparator } from "@/components/ui/menu";
import { formText } from "@/components/ui/submitted-form";
import { InputField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Tells the menus of this tab that the kept views changed; other tabs get the browser's own event. */
const CHANGED = "storage";

const watchViews = (onChange: () => void) => {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
};

function keepViews(keptAs: string, views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(keptAs, JSON.stringify(views));
  } catch {
    return false;
  }
  window.dispatchEvent(new Event(CHANGED));
  return true;
}

function readKept(keptAs: string): string | null {
  try {
    return localStorage.getItem(keptAs);
  } catch {
    return null;
  }
}

interface ViewMenuProps {
  /** Where this browser keeps the views. */
  keptAs: string;
  /** The parameters of what is shown; empty: the usual view. */
  search: string;
  /** What the usual view is called. */
  usual: string;
  className?: string;
  /** Shows a view by its parameters. */
  onOpen: (search: string) => void;
}

/** Opens, saves and removes views of a page: the parameters of its address under a name. They stay in this browser. */
export function ViewMenu({ keptAs, search, usual, className, onOpen }: ViewMenuProps) {
  const { t } = usePlainText();
  const views = readSavedViews(
    useSyncExternalStore(
      watchViews,
      () => readKept(keptAs),
      () => null,
    ),
  );
  const [naming, setNaming] = useState(false);
  const current = views.find((one) => one.search === search);
  return (
    <>
      <Menu
        trigger={
          <Button className={className}>
            {current ? t("desk.view.current", { name: current.name }) : t("desk.view.title")}
            <ChevronDownIcon />
          </Button>
        }
      >
        {views.length === 0 ? <MenuNote>{t("desk.view.none")}</MenuNote> : null}
        <MenuItem onSelect={() => onOpen("")}>{usual}</MenuItem>
        {views.map(({ name, search: kept }) => (
          <MenuItem key={name} onSelect={() => onOpen(kept)}>
            {name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setNaming(true)}>{t("desk.view.save")}</MenuItem>
        {current ? (
          <MenuItem
            onSelect={() =>
              keepViews(
                keptAs,
                views.filter((one) => one !== current),
              )
            }
          >
            {t("desk.view.remove", { name: current.name })}
          </MenuItem>
        ) : null}
      </Menu>
      {naming ? (
        <FormDialog
          open
          title={t("desk.view.saveTitle")}
          description={t("desk.view.saveHelp")}
          submit={t("desk.view.saveSubmit")}
          answer={null}
          busy={false}
          onClose={() => setNaming(false)}
          onSubmit={({ data }) => {
            const name = formText(data, "name").trim();
            if (name === "") return;
            const others = views.filter((one) => one.name !== name);
            const isKept = keepViews(keptAs, [...others, { name, search }]);
            toast(t(isKept ? "desk.view.saved" : "desk.view.notSaved", { name }));
            setNaming(false);
          }}
        >
          <InputField name="name" label={t("desk.view.name")} required maxLength={60} />
        </FormDialog>
      ) : null}
    </>
  );
}

/** A saved view: its name and the parameters of its address. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
}

/** Reads saved views as the browser keeps them; none from anything else. */
export function readSavedViews(kept: string | null): SavedView[] {
  try {
    const found: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(found) ? found.filter(isSavedView) : [];
  } catch {
    return [];
  }
}

function isSavedView(one: unknown): one is SavedView {
  return (
    typeof one === "object" &&
    one !== null &&
    "name" in one &&
    typeof one.name === "string" &&
    "search" in one &&
    typeof one.search === "string"
  );
}
