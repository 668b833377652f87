"use client";

/** Options of a list to choose from, each a value and its words. A client component, so that a page sends both once beside the markup. */
export function SelectOptions({
  options,
}: {
  options: readonly (readonly [value: string, words: string])[];
}) {
  return options.map(([value, words]) => (
    <option key={value} value={value}>
      {words}
    </option>
  ));
}
