"use client";

import { Fragment, type ReactNode } from "react";

interface FieldRowProps {
  id: string;
  label: string;
  /** Its name in files and in the API. */
  name: string;
  /** What its values look like. */
  kind: ReactNode;
  definition: string;
  /** What each level means, from 0; none: the field has no levels. */
  levels: readonly string[];
  /** How it behaves over time. */
  notes: readonly string[];
}

/** A field of the glossary. A client component, so that a page sends its words once beside the markup. */
export function FieldRow({ id, label, name, kind, definition, levels, notes }: FieldRowProps) {
  return (
    <tr id={id} data-entry={`${label} ${name}`.toLowerCase()} className="entry">
      <th scope="row">
        <b>{label}</b>
        <br />
        <code>
          {name.split(/(?=[A-Z])/).map((part) => (
            <Fragment key={part}>
              <wbr />
              {part}
            </Fragment>
          ))}
        </code>
      </th>
      <td className="max-sm:hidden">{kind}</td>
      <td>
        {definition}
        <small className="sm:hidden">{kind}</small>
        {levels.length === 0 ? null : (
          <ol start={0} className="my-1">
            {levels.map((level) => (
              <li key={level}>{level}</li>
            ))}
          </ol>
        )}
        {notes.map((note) => (
          <small key={note}>{note}</small>
        ))}
      </td>
    </tr>
  );
}
