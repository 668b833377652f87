import { Fragment } from "react";
import { Anchor } from "@/components/layout/link";
import { TermTable } from "@/components/layout/term-table";
import { IMPLICATIONS } from "@/lib/catalogue/constraints";
import { fieldSpec } from "@/lib/catalogue/fields";
import { STRATEGIC_SECTORS } from "@/lib/catalogue/tenancy-fields";
import { DEPENDENCE_FIELDS } from "@/lib/dependence/dependence";
import { LADDERS } from "@/lib/query/ladder-funnel";
import { TARGET_KEYS, TARGET_STATES } from "@/lib/targets/targets";
import { useText } from "@/lib/text/use-text";
import { Definitions } from "./text-parts";

/** The two ladders and the evidence that each step needs. */
export function LaddersPart() {
  const text = useText();
  return (
    <>
      <p>{text.t("method.ladders.intro")}</p>
      {LADDERS.map((ladder) => (
        <Fragment key={ladder}>
          <h3>{text.fieldLabel(ladder)}</h3>
          {ladder === "status" ? <p>{text.t("method.ladders.evidence")}</p> : null}
          <TermTable vocabulary={ladder} label={text.fieldLabel(ladder)} />
        </Fragment>
      ))}
      <p>{text.t("method.ladders.dots")}</p>
    </>
  );
}

const GRADES = ["weak", "fair", "strong"] as const;

/** The six dimensions of dependence, their levels and the grades of their evidence. */
export function DependencePart() {
  const text = useText();
  const { t } = text;
  return (
    <>
      <p>
        {t.rich("method.dependence.frame", {
          link: (chunks) => (
            <Anchor className="link" href={`/context#${IMPLICATIONS}`}>
              {chunks}
            </Anchor>
          ),
        })}
      </p>
      <p>{t("method.dependence.intro")}</p>
      <p>{t("method.dependence.firms")}</p>
      {DEPENDENCE_FIELDS.map((key) => (
        <Fragment key={key}>
          <h3>{text.fieldLabel(key)}</h3>
          <p>{text.fieldDefinition(key)}</p>
          <Levels field={key} />
        </Fragment>
      ))}
      <h3>{t("method.dependence.grades")}</h3>
      <Definitions
        items={GRADES.map((grade) => ({
          key: grade,
          label: t(`firms.ratings.grade.${grade}`),
          definition: t(`firms.ratings.gradeMeaning.${grade}`),
        }))}
      />
    </>
  );
}

function Levels({ field }: { field: (typeof DEPENDENCE_FIELDS)[number] }) {
  const text = useText();
  const spec = fieldSpec(field);
  if (spec.kind !== "level") return null;
  return (
    <ol className="mt-1" start={0}>
      {spec.levels.map((level, at) => (
        <li key={level}>{text.levelMeaning(field, at)}</li>
      ))}
    </ol>
  );
}

/** What a target is and how it is judged. */
export function TargetsPart() {
  const text = useText();
  const { t } = text;
  return (
    <>
      <p>{t("method.promises.intro")}</p>
      <Definitions
        items={TARGET_KEYS.map((key) => ({
          key,
          label: text.fieldLabel(key),
          definition: text.fieldDefinition(key),
        }))}
      />
      <p>{t("method.promises.states")}</p>
      <Definitions
        items={TARGET_STATES.map((state) => ({
          key: state,
          label: t(`targets.state.${state}.label`),
          definition: t(`targets.state.${state}.definition`),
        }))}
      />
      <p>{t("method.promises.change")}</p>
    </>
  );
}

/** Firms: their stages, their nationality, and which sectors are strategic. */
export function FirmsPart() {
  const text = useText();
  const { t } = text;
  return (
    <>
      <p>{t("method.firms.names")}</p>
      <TermTable vocabulary="tenancyStage" label={t("method.firms.stages")} />
      <p>
        {t("method.firms.nationality", {
          sectors: text.list([...STRATEGIC_SECTORS].map(text.sector)),
        })}
      </p>
      <p>{t("method.firms.noNews")}</p>
      <p>{t("method.firms.chinese")}</p>
      <p>{t("method.firms.money")}</p>
    </>
  );
}
