import type { ReactNode } from "react";

/** A table of entries under its heading; both are hidden while no entry matches the search. */
export function EntryTable({
  id,
  title,
  heads,
  children,
}: {
  id: string;
  title: string;
  /** Of the columns. Of three, a phone has no room for the second, which then stands in the last. */
  heads: readonly string[];
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="prose mt-6 scroll-mt-4 not-has-[[data-entry]:not([hidden])]:hidden"
    >
      <h3 id={`${id}-title`} className="font-semibold">
        {title}
      </h3>
      <table
        aria-labelledby={`${id}-title`}
        className="w-full text-start [&_code]:[overflow-wrap:anywhere] [&_tbody_th]:text-ink"
      >
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
