"use client";

import { QuotedWords } from "@/components/evidence/quoted-words";
import { Anchor } from "@/components/layout/link";
import { Original } from "@/components/ui/original";
import type { Quotation } from "@/lib/evidence/ledger-records";
import "./context-entries.css";

/** A figure or a statement of a source in words. What there is none of is left out. */
interface EntryWords {
  /** Its HTML id. */
  readonly id: string;
  readonly label: string;
  readonly period: string;
  /** What the reader must know about the source. */
  readonly note?: string;
  readonly quotation?: Quotation;
  /** The publisher and the date of the source, and the page of what is based on it; without one, the id of the source. */
  readonly source: string;
  readonly sourcePage?: string;
}

/** A figure with its unit. */
export interface FigureWords extends EntryWords {
  readonly value: string;
  /** Is the label in the language of the page, and not as the record has it? */
  readonly isTranslated?: true;
  /** Its changes, latest first. */
  readonly changes: readonly string[];
}

/** What a source states without a number. */
export interface StatementWords extends EntryWords {
  readonly statement: string;
}

/** Figures of sources, packed. A client component, as are statements, so that a page sends their words once beside the markup. */
export function FigureEntries({ figures }: { figures: readonly FigureWords[] }) {
  return (
    <dl>
      {figures.map((figure) => (
        <div key={figure.id} id={figure.id} className="context-figure">
          <dt>{figure.isTranslated ? figure.label : <Original>{figure.label}</Original>}</dt>
          <dd>
            <b>{figure.value}</b> <span>{figure.period}</span>
          </dd>
          <dd>
            {figure.note === undefined ? null : (
              <p>
                <Original>{figure.note}</Original>
              </p>
            )}
            <QuotedWords quotation={figure.quotation ?? null} />
            <EntrySource {...figure} />
            {figure.changes.map((change) => (
              <p key={change}>{change}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Statements of sources, packed. */
export function StatementEntries({ statements }: { statements: readonly StatementWords[] }) {
  return (
    <ul>
      {statements.map((statement) => (
        <li key={statement.id} id={statement.id} className="context-statement">
          <b>
            <Original>{statement.label}</Original>
          </b>{" "}
          <small>{statement.period}</small>
          <p>
            <Original>{statement.statement}</Original>
          </p>
          <QuotedWords quotation={statement.quotation ?? null} />
          <small>
            {statement.note === undefined ? null : <Original>{statement.note}</Original>}{" "}
            <EntrySource {...statement} />
          </small>
        </li>
      ))}
    </ul>
  );
}

function EntrySource({ source, sourcePage }: EntryWords) {
  return sourcePage === undefined ? (
    <span>{source}</span>
  ) : (
    <Anchor className="link" href={sourcePage}>
      {source}
    </Anchor>
  );
}
