"use client";

import { Drawer as Base } from "@base-ui/react/drawer";
import { Button, IconButton } from "@/components/ui/button";
import { CloseIcon } from "@/components/ui/icons";
import { usePlainText } from "@/lib/text/use-plain-text";
import { FilterPanel, type FilterPanelProps } from "./filter-panel";

/** The filters in a sheet at the foot of the screen, where it has no room for them beside the list. A swipe, its button or Escape closes it. */
export function FilterSheet({
  open,
  onOpenChange,
  found,
  ...panel
}: FilterPanelProps & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Zones that match. */
  found: number;
}) {
  const text = usePlainText();
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim opacity-[calc(1-var(--drawer-swipe-progress))] transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0 data-swiping:duration-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end">
          <Base.Popup className="grid max-h-[88dvh] w-full grid-rows-[auto_minmax(0,1fr)_auto] rounded-t-sheet bg-pop shadow-sheet outline-none [--band-ground:var(--color-pop)] [transform:translateY(var(--drawer-swipe-movement-y))] transition-transform duration-200 ease-out data-ending-style:[transform:translateY(100%)] data-starting-style:[transform:translateY(100%)] data-swiping:select-none data-swiping:duration-0">
            <div className="grid px-4 pt-2">
              <span
                aria-hidden="true"
                className="mx-auto w-10 rounded-full border-2 border-line-2"
              />
              <div className="flex min-h-11 items-center justify-between">
                <Base.Title className="font-semibold font-serif text-17">
                  {text.t("query.panel.title")}
                </Base.Title>
                <Base.Close
                  render={
                    <IconButton label={text.t("ui.close")} variant="quiet" className="-me-2" />
                  }
                >
                  <CloseIcon />
                </Base.Close>
              </div>
            </div>
            <Base.Content className="overflow-y-auto overscroll-contain px-4 pb-4 [&_.query-facets]:columns-[16rem] [&_.query-facets]:gap-8">
              <FilterPanel {...panel} />
            </Base.Content>
            <div className="border-line border-t px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
              <Button variant="main" className="w-full" onClick={() => onOpenChange(false)}>
                {text.t("query.panel.show", { count: found })}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
