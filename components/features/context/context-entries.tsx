"use client";

import type { ReactNode } from "react";
import { Original } from "@/components/ui/original";
import "./context-entries.css";

interface EntryProps {
  id: string;
  label: string;
  period: string;
  /** What the reader must know about the source; null: nothing. */
  note: string | null;
  /** The link to the source. */
  source: ReactNode;
}

interface FigureEntryProps extends EntryProps {
  /** With its unit. */
  value: string;
  /** Is the label in the language of the page, and not as the record has it? */
  isTranslated?: boolean;
  /** Its changes in words, latest first. */
  changes: readonly string[];
}

/** A figure of a source. A client component, as is a statement, so that a page sends their words once beside the markup. */
export function FigureEntry(props: FigureEntryProps) {
  const { id, label, isTranslated = false, value, period, note, source, changes } = props;
  return (
    <div id={id} className="context-figure">
      <dt>{isTranslated ? label : <Original>{label}</Original>}</dt>
      <dd>
        <b>{value}</b> <span>{period}</span>
      </dd>
      <dd>
        {note === null ? null : (
          <p>
            <Original>{note}</Original>
          </p>
        )}
        {source}
        {changes.map((change) => (
          <p key={change}>{change}</p>
        ))}
      </dd>
    </div>
  );
}

interface StatementEntryProps extends EntryProps {
  statement: string;
}

/** What a source states without a number. */
export function StatementEntry(props: StatementEntryProps) {
  const { id, label, period, statement, note, source } = props;
  return (
    <li id={id} className="context-statement">
      <b>
        <Original>{label}</Original>
      </b>{" "}
      <small>{period}</small>
      <p>
        <Original>{statement}</Original>
      </p>
      <small>
        {note === null ? null : <Original>{note}</Original>} {source}
      </small>
    </li>
  );
}
