"use client";

import { Fragment, type ReactNode } from "react";
import { Anchor } from "@/components/layout/link";
import { cx } from "@/components/ui/cx";
import type { Joint } from "@/lib/text/locales";
import { usePlainText } from "@/lib/text/use-plain-text";

interface SectionProps {
  id: string;
  title: ReactNode;
  /** Beside the title, quieter: what the figures are about. */
  note?: ReactNode;
  /** At the end of the title's line: where all of it is. */
  more?: { readonly href: string; readonly label: string };
  /** Under the title: what the section shows, in a sentence or two. */
  lead?: ReactNode;
  /** `large`: a chapter of a long page. */
  size?: "small" | "large";
  className?: string;
  children?: ReactNode;
}

/** A part of a page under its own title. Links reach it by its id. A client component, so that a page sends its words once beside the markup. */
export function Section(props: SectionProps) {
  const { id, title, note, more, lead, size = "small", className, children } = props;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={cx("min-w-0 scroll-mt-4", className)}
    >
      <header className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h2 id={`${id}-title`} className={size === "large" ? "font-serif text-21" : "title"}>
          {title}
        </h2>
        {note === undefined ? null : <div className="text-12 text-ink-2">{note}</div>}
        {more === undefined ? null : (
          <Anchor
            className="link ms-auto inline-flex min-h-6 items-center text-12"
            href={more.href}
          >
            {more.label}
          </Anchor>
        )}
      </header>
      {lead === undefined ? null : <p className="mb-4 max-w-[68ch] text-pretty text-15">{lead}</p>}
      {children}
    </section>
  );
}

interface FoldProps {
  /** What is inside, in words that tell the reader whether to open it. */
  label: ReactNode;
  /** Is it open at first? */
  open?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * A part that opens on demand. The browser's own element: it works without scripts, and the browser's search and links
 * to an anchor inside open it. On paper a closed one shows its label only, unless its class
 * is `printed-open`.
 */
export function Fold({ label, open, className, children }: FoldProps) {
  return (
    <details className={cx("fold", className)} open={open}>
      <summary>{label}</summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}

/** A part of a page that the contents list. */
interface ContentsPart {
  /** Its anchor. */
  readonly id: string;
  readonly title: string;
  readonly parts?: readonly ContentsPart[];
}

/** The contents of a long page: beside the text where there is room, folded above it where there is not. */
export function ContentsList({ parts }: { parts: readonly ContentsPart[] }) {
  const text = usePlainText();
  return (
    <>
      <nav
        aria-label={text.t("common.contents")}
        className="no-print sticky top-6 hidden max-h-[calc(100dvh-3rem)] self-start overflow-y-auto lg:block"
      >
        <p className="mb-1 font-semibold">{text.t("common.contents")}</p>
        <PartLinks parts={parts} />
      </nav>
      <details className="fold no-print border-line border-y py-2 lg:hidden">
        <summary className="font-semibold">{text.t("common.contents")}</summary>
        <nav aria-label={text.t("common.contents")}>
          <PartLinks parts={parts} />
        </nav>
      </details>
    </>
  );
}

function PartLinks({ parts }: { parts: readonly ContentsPart[] }) {
  return (
    <ol className="contents-list">
      {parts.map(({ id, title, parts: below }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
          {below ? (
            <div className="ps-4 text-13">
              <PartLinks parts={below} />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** An item of a list in a sentence, such as a link. */
interface TextListItem {
  readonly key: string;
  readonly content: ReactNode;
}

/** Items in a row, joined as the reader's language joins a list: "A, B and C". */
export function TextList({ items, joint }: { items: readonly TextListItem[]; joint?: Joint }) {
  const text = usePlainText();
  const contents = new Map(items.map(({ key, content }) => [key, content]));
  const parts = text.listParts(contents.keys(), joint);
  return parts.map(({ type, value }, i) =>
    type === "element" ? (
      <Fragment key={value}>{contents.get(value)}</Fragment>
    ) : (
      // A literal has no key of its own: it belongs to the item before it.
      <Fragment key={`after ${parts[i - 1]?.value}`}>{value}</Fragment>
    ),
  );
}
