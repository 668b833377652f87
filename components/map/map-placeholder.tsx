import type { ReactNode } from "react";

/** In place of the map where it cannot be drawn: the outline of the country and why. */
export function MapPlaceholder({ children }: { children: ReactNode }) {
  return (
    <div className="relative grid size-full min-h-60 place-items-center overflow-hidden bg-land-far">
      <div
        aria-hidden="true"
        className="absolute inset-[5%] bg-land forced-color-adjust-none [mask:url(/basemap/outline.svg)_center/contain_no-repeat]"
      />
      <div className="relative max-w-80 rounded-2 bg-paper/85 px-3 py-2 text-ink-2">{children}</div>
    </div>
  );
}
