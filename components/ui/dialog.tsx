"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { type ReactNode, useRef } from "react";
import { useTranslate } from "@/lib/text/use-translate";
import { IconButton } from "./button";
import { CloseIcon } from "./icons";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  children: ReactNode;
  /** Buttons at the end; the main one last. */
  actions?: ReactNode;
}

/** The first field; of radio buttons the chosen one. */
const FIRST_FIELD = ":is(input:not([type=radio]), input:checked, select, textarea)";

/**
 * A modal dialog. The focus goes to the first field, or to the close button where there is none, and
 * stays inside; Escape closes it and gives the focus back.
 */
export function Dialog({ open, onOpenChange, title, description, children, actions }: DialogProps) {
  const t = useTranslate();
  const content = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4">
          <Base.Popup
            initialFocus={() => content.current?.querySelector<HTMLElement>(FIRST_FIELD) ?? true}
            className="grid max-h-full w-full max-w-[36rem] grid-rows-[auto_minmax(0,1fr)_auto] rounded-pop bg-pop shadow-pop outline-none transition-[opacity,translate] duration-150 [--band-ground:var(--color-pop)] data-ending-style:translate-y-1 data-starting-style:translate-y-1 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            <div className="flex items-start gap-4 px-5 pt-4">
              <div className="min-w-0 flex-1">
                <Base.Title className="font-semibold font-serif text-21">{title}</Base.Title>
                {description ? (
                  <Base.Description className="mt-1 text-ink-2">{description}</Base.Description>
                ) : null}
              </div>
              <Base.Close
                render={<IconButton label={t("ui.close")} variant="quiet" className="-me-2" />}
              >
                <CloseIcon />
              </Base.Close>
            </div>
            <div ref={content} className="overflow-y-auto overscroll-contain px-5 py-4">
              {children}
            </div>
            {actions ? (
              <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
                {actions}
              </div>
            ) : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
