"use client";

import { Combobox } from "@base-ui/react/combobox";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useId, useState, useTransition } from "react";
import { fieldClass } from "@/components/ui/field-class";
import { splitWords } from "@/lib/query/search";
import { addressIn } from "@/lib/text/reader-language";
import { ADDED_ZONE } from "./added-zone";

/** A zone that can be added to the comparison. */
export interface PickableZone {
  readonly slug: string;
  readonly name: string;
  /** District and province, by which it can be found too. */
  readonly place: string;
}

interface ZonePickerProps {
  zones: readonly PickableZone[];
  /** The address of the comparison with one more zone, which has `ADDED_ZONE` for its slug. */
  href: string;
  /** Can no zone be added, as the comparison has the most it can have? */
  isFull: boolean;
  /** From the server, so that the browser needs no messages for it. */
  words: {
    readonly label: string;
    readonly placeholder: string;
    /** Where no zone matches what is typed. */
    readonly none: string;
  };
}

/** Finds a zone by name or place and adds it to the comparison. */
export function ZonePicker({ zones, href, isFull, words }: ZonePickerProps) {
  const id = useId();
  const router = useRouter();
  const locale = useLocale();
  const [busy, start] = useTransition();
  const [text, setText] = useState("");
  return (
    <div className="w-full max-w-72" aria-busy={busy}>
      <label htmlFor={id} className="mb-1 block font-medium text-12">
        {words.label}
      </label>
      <Combobox.Root
        items={zones}
        value={null}
        inputValue={text}
        onInputValueChange={setText}
        itemToStringLabel={({ name }: PickableZone) => name}
        filter={matches}
        autoHighlight
        disabled={isFull}
        onValueChange={(zone: PickableZone | null) => {
          if (zone === null) return;
          setText("");
          const address = addressIn(locale, href.replace(ADDED_ZONE, zone.slug));
          start(() => router.push(address as Route, { scroll: false }));
        }}
      >
        <Combobox.Input
          id={id}
          className={fieldClass()}
          placeholder={words.placeholder}
          autoComplete="off"
        />
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-40">
            <Combobox.Popup className="max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-64 overflow-y-auto overscroll-contain rounded-pop bg-pop py-1.5 shadow-pop">
              <Combobox.Empty className="text-12 text-ink-3 not-empty:px-3 not-empty:py-1">
                {words.none}
              </Combobox.Empty>
              <Combobox.List>
                {(zone: PickableZone) => (
                  <Combobox.Item
                    key={zone.slug}
                    value={zone}
                    className="grid min-h-8 cursor-default content-center px-3 py-1 data-highlighted:bg-accent-wash data-highlighted:text-accent pointer-coarse:min-h-11"
                  >
                    <span className="font-medium">{zone.name}</span>
                    <span className="text-12 text-ink-3">{zone.place}</span>
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
