"use client";

interface TermRowProps {
  /** Only for an entry of the glossary, which its search finds. */
  id?: string | undefined;
  label: string;
  /** The value in files and in the API; only the glossary shows it. */
  value: string;
  /** Its step in words; absent: the list has no order. */
  step?: string | undefined;
  /** null: none. */
  definition: string | null;
}

/** One value of a list. A client component, so that a page sends its words once beside the markup. */
export function TermRow({ id, label, value, step, definition }: TermRowProps) {
  return (
    <tr id={id} data-entry={id && `${label} ${value}`.toLowerCase()} className={id && "entry"}>
      <th scope="row">
        <b>{label}</b>
        {id && (
          <>
            <br />
            <code>{value}</code>
          </>
        )}
      </th>
      {step === undefined ? null : <td>{step}</td>}
      <td>{definition}</td>
    </tr>
  );
}
