"use client";

import type { FieldKey } from "@/lib/catalogue/fields";
import type { RungState } from "@/lib/text/ladder-rungs";
import type { Fact } from "./fact";
import { FactDate, FactValue } from "./fact-view";

/** A rung in words. */
export interface Rung {
  readonly name: string;
  readonly state: RungState;
  /** Under the name. */
  readonly detail?: string;
  /** The field whose evidence the detail leads to, and its name. */
  readonly field?: FieldKey;
  readonly label?: string;
}

interface RungListProps {
  rungs: readonly Rung[];
  /** The displayed value of the ladder, which is on the rung that is reached now. */
  fact: Fact;
  /** Colour of what is reached. */
  colour: string;
}

/** The rungs of a ladder. A client component, so that a page sends their words once beside the markup. */
export function RungList({ rungs, fact, colour }: RungListProps) {
  return (
    <ol className="ladder" style={{ "--ladder-colour": colour }}>
      {rungs.map(({ name, state, ...detail }) => (
        <li
          key={name}
          className="rung"
          data-state={state === "unknown" ? undefined : state}
          aria-current={state === "now" ? "step" : undefined}
        >
          <span className="rung-dot" />
          <span className={state === "now" ? "block font-semibold" : "block font-medium"}>
            {state === "now" ? (
              <FactValue
                fact={{ field: fact.field, tenancy: fact.tenancy, label: fact.label, words: name }}
              />
            ) : (
              name
            )}
          </span>
          <span className="meta block">
            <RungDetail {...detail} tenancy={fact.tenancy} />
          </span>
          {state === "now" ? (
            <span className="block">
              <FactDate fact={fact} />
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

interface RungDetailProps extends Pick<Rung, "detail" | "field" | "label"> {
  tenancy: string | undefined;
}

function RungDetail({ detail, field, label, tenancy }: RungDetailProps) {
  if (field === undefined || label === undefined || detail === undefined) return detail;
  return <FactValue fact={{ field, tenancy, label, words: detail }} />;
}
