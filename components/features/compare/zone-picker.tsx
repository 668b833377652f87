"use client";

import { Combobox } from "@base-ui/react/combobox";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useId, useState, useTransition } from "react";
import { fieldClass } from "@/components/ui/field-class";
import { splitWords } from "@/lib/query/search";

/** A zone that can be put beside the others. */
export interface PickableZone {
  readonly slug: string;
  readonly name: string;
  /** What else it is found by and told apart by: district and province. */
  readonly place: string;
  /** The comparison with it. */
  readonly href: string;
}

/** Props of the picker. */
export interface ZonePickerProps {
  zones: readonly PickableZone[];
  /** Why none can be added; null: one can. */
  full: string | null;
}

/** Finds a zone by its name or place and puts it beside those that stand there. */
export function ZonePicker({ zones, full }: ZonePickerProps) {
  const id = useId();
  const router = useRouter();
  const [busy, start] = useTransition();
  const [text, setText] = useState("");
  return (
    <div className="w-full max-w-72" aria-busy={busy}>
      <label htmlFor={id} className="mb-1 block font-medium text-12">
        Add a zone
      </label>
      <Combobox.Root
        items={zones}
        value={null}
        inputValue={text}
        onInputValueChange={setText}
        itemToStringLabel={({ name }: PickableZone) => name}
        filter={matches}
        autoHighlight
        disabled={full !== null}
        onValueChange={(zone: PickableZone | null) => {
          if (zone === null) return;
          setText("");
          start(() => router.push(zone.href as Route, { scroll: false }));
        }}
      >
        <Combobox.Input
          id={id}
          className={fieldClass()}
          placeholder={full ?? "Name or place"}
          autoComplete="off"
        />
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-40">
            <Combobox.Popup className="max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-64 overflow-y-auto overscroll-contain rounded-pop bg-pop py-1.5 shadow-pop">
              <Combobox.Empty className="text-12 text-ink-3 not-empty:px-3 not-empty:py-1">
                No other zone has these words.
              </Combobox.Empty>
              <Combobox.List>
                {(zone: PickableZone) => (
                  <Combobox.Item
                    key={zone.slug}
                    value={zone}
                    className="grid min-h-8 cursor-default content-center px-3 py-1 data-highlighted:bg-accent-wash data-highlighted:text-accent pointer-coarse:min-h-11"
                  >
                    <span className="font-medium">{zone.name}</span>
                    <span className="text-11 text-ink-3">{zone.place}</span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </div>
  );
}

function matches({ name, place, slug }: PickableZone, typed: string): boolean {
  const words = splitWords(`${name} ${place} ${slug}`).join(" ");
  return splitWords(typed).every((word) => words.includes(word));
}
