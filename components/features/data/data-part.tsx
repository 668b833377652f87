import type { ReactNode } from "react";

/** The parts of the data page in their order, for the page and the list of what is on it. */
export const DATA_PARTS = [
  { id: "files", title: "Today's files" },
  { id: "releases", title: "Releases" },
  { id: "dictionary", title: "Data dictionary" },
  { id: "api", title: "API" },
  { id: "cite", title: "Licence and citation" },
] as const;

/** Props of a part of the data page. */
export interface DataPartProps {
  id: (typeof DATA_PARTS)[number]["id"];
  /** What can be had here, in a sentence or two. */
  lead: ReactNode;
  children?: ReactNode;
}

/** One part of the data page, under its title and anchor. */
export function DataPart({ id, lead, children }: DataPartProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="min-w-0 scroll-mt-4">
      <h2 id={`${id}-title`} className="mb-2 font-serif text-21">
        {DATA_PARTS.find((part) => part.id === id)?.title}
      </h2>
      <p className="mb-4 max-w-[68ch] text-pretty text-15">{lead}</p>
      {children}
    </section>
  );
}

/** Links to the parts of the page. */
export function DataContents() {
  return (
    <nav aria-label="On this page" className="no-print mb-8">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {DATA_PARTS.map(({ id, title }) => (
          <li key={id}>
            <a className="link inline-flex min-h-6 items-center" href={`#${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
