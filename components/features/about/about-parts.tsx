import type { ReactNode } from "react";
import { Anchor } from "@/components/layout/link";

/** A link in the words of a message. */
export const linkTo = (href: string) => (words: ReactNode) => (
  <Anchor className="link" href={href}>
    {words}
  </Anchor>
);

/** A `mailto:` or `https://` address as people read it. */
export const readableAddress = (address: string) => address.replace(/^mailto:/, "");

interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

interface PartsProps {
  /** false: left out, because the settings do not say it. */
  parts: readonly (Part | false)[];
}

/** The parts of a page about the site, one below the other; beside their titles where there is room. */
export function Parts({ parts }: PartsProps) {
  return (
    <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-y-8">
      {parts
        .filter((part) => part !== false)
        .map(({ id, title, content }) => (
          <section
            key={id}
            id={id}
            aria-labelledby={`${id}-title`}
            className="scroll-mt-4 gap-x-14 max-lg:space-y-3 lg:grid lg:grid-cols-[13rem_minmax(0,1fr)]"
          >
            <h2 id={`${id}-title`} className="text-balance font-serif text-21">
              {title}
            </h2>
            <div className="prose">{content}</div>
          </section>
        ))}
    </div>
  );
}
