"use client";

import { useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { SCOPES, type Scope } from "@/lib/registry/scope";
import { loadScopeDialog } from "./lazy-parts";
import type { ScopeDialogProps } from "./scope-dialog";
import { scopeLabel } from "./scope-label";
import { useLoaded } from "./use-loaded";

/** Props of the scope switch. */
export interface ScopeSwitchProps extends Omit<ScopeDialogProps, "open" | "onOpenChange"> {
  value: Scope;
  onScope: (scope: Scope) => void;
}

/** Which zones count, with the number of each, and why these. */
export function ScopeSwitch({ value, onScope, ...explained }: ScopeSwitchProps) {
  const { counts, asOf } = explained;
  const [open, setOpen] = useState(false);
  const dialog = useLoaded(loadScopeDialog);
  return (
    <div className="explorer-scope">
      <Segmented
        label="Which zones count"
        value={value}
        onChange={onScope}
        className="explorer-scope-switch"
        segments={SCOPES.map((scope) => ({
          value: scope,
          label: (
            <>
              <b className="num">{counts[scope]}</b> {scopeLabel(scope, asOf)}
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
        Why these?
      </button>
      {dialog.part ? <dialog.part {...explained} open={open} onOpenChange={setOpen} /> : null}
    </div>
  );
}
