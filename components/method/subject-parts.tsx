import { Fragment } from "react";
import { fieldSpec, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { STRATEGIC_SECTORS } from "@/lib/catalogue/tenancy-fields";
import { Part } from "./part";
import { TermTable } from "./term-table";

/** The six dimensions of dependence and their levels. */
export function DependencePart() {
  const dimensions = ZONE_FIELD_KEYS.map((key) => ({ key, spec: fieldSpec(key) })).flatMap(
    ({ key, spec }) => (spec.kind === "level" ? [{ key, spec }] : []),
  );
  return (
    <Part id="dependence">
      <p>
        The issue brief names six ways in which a zone may come to depend on Chinese partners. Each
        is read on a scale from 0 to 4. Level 0 means that a source bears out that there is no
        dependence; where nothing was found, the page says “no evidence found”, which is unknown.
        All levels so far are readings of the compiler, marked as inference.
      </p>
      {dimensions.map(({ key, spec }) => (
        <Fragment key={key}>
          <h3>{spec.label}</h3>
          <p>{spec.definition}</p>
          <ol className="mt-1" start={0}>
            {spec.levels.map((level) => (
              <li key={level}>{level}</li>
            ))}
          </ol>
        </Fragment>
      ))}
    </Part>
  );
}

/** Firms, their stages, nationality and what is called strategic. */
export function FirmsPart() {
  return (
    <Part id="firms">
      <p>
        A firm in a zone has only its name; all else about it is claimed. Firms that were counted
        but never named cannot be listed: the page gives both numbers.
      </p>
      <TermTable vocabulary="tenancyStage" label="Stages of a firm" />
      <p>
        Nationality is kept only where a source states it. A name that sounds foreign is not a
        source. Sectors marked as strategic are those that the issue brief treats so:{" "}
        {[...STRATEGIC_SECTORS].join(", ")}.
      </p>
      <p>
        Investment promised and investment made are never added together. Jobs are jobs that exist;
        promised ones stand in notes and events only.
      </p>
    </Part>
  );
}
