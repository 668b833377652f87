import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner";
import { usePlainText } from "@/lib/text/use-plain-text";

interface MapPlaceholderProps {
  /** With the outline of the country, where the map will show the whole of it. */
  outline?: boolean;
  /** Why there is no map. */
  children?: ReactNode;
}

/** In place of the map while it loads. */
export function MapPlaceholder({ outline = true, children }: MapPlaceholderProps) {
  const { t } = usePlainText();
  return (
    <div className="relative grid size-full min-h-60 place-items-center overflow-hidden bg-land-far">
      {outline ? (
        <div
          aria-hidden="true"
          className="absolute inset-[5%] bg-land forced-color-adjust-none [mask:url(/basemap/outline.svg)_center/contain_no-repeat]"
        />
      ) : null}
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
