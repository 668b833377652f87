import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner";
import { usePlainText } from "@/lib/text/use-plain-text";

/** In place of the map while it loads: the country's outline. `children`: why there is no map. */
export function MapPlaceholder({ children }: { children?: ReactNode }) {
  const { t } = usePlainText();
  return (
    <div className="relative grid size-full min-h-60 place-items-center overflow-hidden bg-land-far">
      <div
        aria-hidden="true"
        className="absolute inset-[5%] bg-land [mask:url(/basemap/outline.svg)_center/contain_no-repeat]"
      />
      <div className="relative flex max-w-80 items-center gap-2 rounded-2 bg-paper/85 px-3 py-2 text-ink-2">
        {children ?? (
          <>
            <Spinner />
            {t("map.loading")}
          </>
        )}
      </div>
    </div>
  );
}
