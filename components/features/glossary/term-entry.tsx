"use client";

import { Fragment, type ReactNode } from "react";

interface TermEntryProps {
  anchor: string;
  label: string;
  definition: string;
  related: { readonly title: string; readonly terms: readonly RelatedTerm[] };
  /** Its names in the API and in files. */
  names: readonly { readonly title: string; readonly codes: readonly string[] }[];
  /** The page that shows it; absent: none. */
  source?: { readonly title: string; readonly page: string; readonly url: string } | undefined;
  /** What the search of the page finds, besides the label. */
  found: readonly string[];
}

/** A term that explains another. */
interface RelatedTerm {
  readonly anchor: string;
  readonly label: string;
}

/** A term of the glossary. A client component, so that a page sends its words once beside the markup. */
export function TermEntry(props: TermEntryProps) {
  const { anchor, label, definition, related, names, source, found } = props;
  return (
    <div id={anchor} data-entry={[label, ...found].join(" ").toLowerCase()} className="term-entry">
      <h3>
        <a href={`#${anchor}`}>{label}</a>
      </h3>
      <p>{definition}</p>
      <dl>
        <NameLine
          title={related.title}
          items={related.terms.map((term) => ({
            key: term.anchor,
            content: (
              <a className="link" href={`#${term.anchor}`}>
                {term.label}
              </a>
            ),
          }))}
        />
        {names.map(({ title, codes }) => (
          <NameLine
            key={title}
            title={title}
            items={codes.map((code) => ({ key: code, content: <code>{code}</code> }))}
          />
        ))}
        {source === undefined ? null : (
          <NameLine
            title={source.title}
            items={[
              {
                key: source.url,
                content: (
                  <a className="link inline-block py-1" href={source.url} rel="external noopener">
                    {source.page}
                  </a>
                ),
              },
            ]}
          />
        )}
      </dl>
    </div>
  );
}

interface NameLineProps {
  title: string;
  items: readonly { readonly key: string; readonly content: ReactNode }[];
}

function NameLine({ title, items }: NameLineProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {items.map(({ key, content }, at) => (
          <Fragment key={key}>
            {at > 0 ? " · " : null}
            {content}
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
