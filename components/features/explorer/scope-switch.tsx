"use client";

import { useState } from "react";
import type { ScopeDialogProps } from "@/components/query-bar/scope-dialog";
import { Segmented } from "@/components/ui/segmented";
import { useLoaded } from "@/components/ui/use-lazy-component";
import { SCOPES, type Scope } from "@/lib/query/scope";
import { scopeLabel } from "@/lib/text/scope-label";
import { loadScopeDialog } from "./lazy-parts";

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
              <b className="tabular">{counts[scope]}</b> {scopeLabel(scope, asOf)}
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
