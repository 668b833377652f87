import { Fragment } from "react";
import { fieldSpec, ZONE_FIELD_KEYS } from "@/lib/catalogue/fields";
import { STRATEGIC_SECTORS } from "@/lib/catalogue/tenancy-fields";
import { useText } from "@/lib/text/use-text";
import { Part } from "./part";
import { TermTable } from "./term-table";

/** The six dimensions of dependence and their levels. */
export function DependencePart() {
  const { t } = useText();
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
      <h3>How the six are read together</h3>
      <p>
        Each dimension weighs the same. The low end of the band counts an unknown level as 0, the
        high end as 4; what lies between is what nobody has shown. {t("dependence.countingRule")}{" "}
        Elsewhere there is nothing yet that could depend, so such a zone has its levels but no band
        and no place on the plane of dependence against readiness. The plane is parted at 50 on both
        scales; a zone lies in a quadrant for certain only where both of its bands do.
      </p>
      <p>
        A level’s grade of evidence is weak where it is {t("dependence.gradeMeaning.weak")}; fair
        where it is {t("dependence.gradeMeaning.fair")}; strong where it is{" "}
        {t("dependence.gradeMeaning.strong")}.
      </p>
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
        A firm is called silent where its stage is a step before producing and the claim that shows
        is over two years old. It counts as Chinese where it is registered in China or its ultimate
        owner is from there; while the owner is unknown it is not called anything else.
      </p>
      <p>
        Investment promised and investment made are never added together. Jobs are jobs that exist;
        promised ones stand in notes and events only.
      </p>
    </Part>
  );
}
