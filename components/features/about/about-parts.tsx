import type { ReactNode } from "react";

/** A link in the words of a message. */
export const linkTo = (href: string) => (words: ReactNode) => (
  <a className="link" href={href}>
    {words}
  </a>
);

/** A `mailto:` or `https://` address as people read it. */
export const readableAddress = (address: string) => address.replace(/^mailto:/, "");

interface PartsProps {
  parts: readonly { readonly id: string; readonly title: string; readonly content: ReactNode }[];
}

/** The parts of a page about the site, one below the other. */
export function Parts({ parts }: PartsProps) {
  return (
    <div className="prose">
      {parts.map(({ id, title, content }) => (
        <section
          key={id}
          id={id}
          aria-labelledby={`${id}-title`}
          className="prose mt-8! scroll-mt-4"
        >
          <h2 id={`${id}-title`}>{title}</h2>
          {content}
        </section>
      ))}
    </div>
  );
}
