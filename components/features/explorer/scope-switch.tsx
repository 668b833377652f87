"use client";

import { useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { SCOPES, type Scope } from "@/lib/query/scope";
import { scopeLabel } from "@/lib/text/query-words";
import { useText } from "@/lib/text/use-text";
import type { ScopeDialogProps } from "./scope-dialog";

const loadScopeDialog = () => import("./scope-dialog").then((m) => m.ScopeDialog);

interface ScopeSwitchProps extends Omit<ScopeDialogProps, "open" | "onOpenChange"> {
  value: Scope;
  onScope: (scope: Scope) => void;
}

/** Chooses which zones are included, with the number of each scope; a link explains how zones are counted. */
export function ScopeSwitch({ value, onScope, ...explained }: ScopeSwitchProps) {
  const { counts, asOf } = explained;
  const text = useText();
  const [open, setOpen] = useState(false);
  const dialog = useLoaded(loadScopeDialog);
  return (
    <div className="scope-bar">
      <Segmented
        label={text.t("query.bar.scopes")}
        value={value}
        onChange={onScope}
        className="scope-switch"
        segments={SCOPES.map((scope) => ({
          value: scope,
          label: (
            <>
              {scopeLabel(text, scope, asOf)}{" "}
              <b className="tabular">{text.number(counts[scope])}</b>
            </>
          ),
        }))}
      />
      <button
        type="button"
        className="link min-h-6 whitespace-nowrap text-12"
        onPointerEnter={dialog.load}
        onFocus={dialog.load}
        onClick={() => {
          dialog.load();
          setOpen(true);
        }}
      >
        {text.t("explorer.scopes.open")}
      </button>
      {dialog.part ? <dialog.part {...explained} open={open} onOpenChange={setOpen} /> : null}
    </div>
  );
}
