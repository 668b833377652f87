import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useLoaded } from "@/components/ui/use-lazy-component";
import type { Place } from "@/lib/catalogue/kinds";
import { useText } from "@/lib/text/use-text";
import type { Precision } from "./place-picker";

const loadPicker = () => import("./place-picker").then((module) => module.PlacePicker);

interface PlaceButtonProps {
  /** Where the map starts; null: the whole country. */
  place: Place | null;
  /** How exact the place is by now; null: unknown. */
  precision: Precision | null;
  onPick: (place: Place, precision: Precision) => void;
}

/** Opens a map on which the place is picked; the map is loaded only then. */
export function PlaceButton({ place, precision, onPick }: PlaceButtonProps) {
  const { t } = useText();
  const { part: Picker, load, failed } = useLoaded(loadPicker);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <div className="grid gap-2">
      <div>
        <Button
          ref={opener}
          aria-expanded={open}
          onClick={() => {
            load();
            setOpen(!open);
          }}
        >
          {t("record.place.pick")}
        </Button>
      </div>
      {!open ? null : failed ? (
        <p className="text-12 text-rust">{t("record.place.noMap")}</p>
      ) : Picker === null ? (
        <Spinner />
      ) : (
        <Picker
          place={place}
          precision={precision ?? "site"}
          onPick={(picked, exact) => {
            setOpen(false);
            // The button that was pressed goes with the map.
            opener.current?.focus();
            onPick(picked, exact);
          }}
        />
      )}
    </div>
  );
}
