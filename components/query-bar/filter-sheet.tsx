"use client";

import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { usePlainText } from "@/lib/text/use-plain-text";
import { FilterPanel, type FilterPanelProps } from "./filter-panel";

/** The filters in a sheet, where the screen has no room for them beside the list. */
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
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={text.t("query.panel.title")}
      footer={
        <Button variant="main" className="w-full" onClick={() => onOpenChange(false)}>
          {text.t("query.panel.show", { count: found })}
        </Button>
      }
    >
      <div className="[&_.query-facets]:columns-[16rem] [&_.query-facets]:gap-8">
        <FilterPanel {...panel} />
      </div>
    </Sheet>
  );
}
