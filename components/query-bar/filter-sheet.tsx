"use client";

import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { FilterPanel, type FilterPanelProps } from "./filter-panel";

/** Props of the sheet of filters. */
export interface FilterSheetProps extends FilterPanelProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Zones that match. */
  found: number;
}

/** The filters where the screen has no room for them beside the list. */
export function FilterSheet({ open, onOpenChange, found, ...panel }: FilterSheetProps) {
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title="Filters"
      footer={
        <Button variant="main" className="w-full" onClick={() => onOpenChange(false)}>
          {found === 0 ? "No zone matches" : `Show ${found} ${found === 1 ? "zone" : "zones"}`}
        </Button>
      }
    >
      <div className="[&_.query-facets]:columns-[16rem] [&_.query-facets]:gap-8">
        <FilterPanel {...panel} />
      </div>
    </Sheet>
  );
}
