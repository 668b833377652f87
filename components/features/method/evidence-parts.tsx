import { Anchor } from "@/components/layout/link";
import { FIELD_KEYS, fieldSpec } from "@/lib/catalogue/fields";
import type { Behaviour } from "@/lib/catalogue/kinds";
import { DECISION_KINDS, SOURCE_KINDS } from "@/lib/evidence/ledger-records";
import { lowerFirst } from "@/lib/text/first-letter";
import { useText } from "@/lib/text/use-text";
import { Definitions, TermLink } from "./text-parts";

/** What the tracker is for, and what it does not do. */
export function PurposePart() {
  const { t } = useText();
  return (
    <>
      <p>{t("method.purpose.question")}</p>
      <p>{t("method.purpose.state")}</p>
    </>
  );
}

/** What a report is and how it is kept. */
export function ClaimsPart() {
  const text = useText();
  const { t } = text;
  return (
    <>
      <p>
        {t.rich("method.claims.report", {
          report: (words) => <TermLink of="report">{words}</TermLink>,
        })}
      </p>
      <p>{t("method.claims.decisions")}</p>
      <Definitions
        items={DECISION_KINDS.map((kind) => ({
          key: kind,
          label: t(`method.claims.decision.${kind}.label`),
          definition: t(`method.claims.decision.${kind}.definition`),
        }))}
      />
      <p>
        {t.rich("method.claims.origin", {
          origin: (words) => <TermLink of="origin">{words}</TermLink>,
          inferred: (words) => <TermLink of="inferred">{words}</TermLink>,
          confidence: (words) => <TermLink of="confidence">{words}</TermLink>,
        })}
      </p>
      <p>
        {t.rich("method.claims.sources", {
          count: text.number(SOURCE_KINDS.length),
          kinds: text.list(
            SOURCE_KINDS.map((kind) => lowerFirst(text, t(`common.sourceKind.${kind}`))),
          ),
          link: (words) => (
            <Anchor className="link" href="/sources">
              {words}
            </Anchor>
          ),
        })}
      </p>
      <p>
        {t.rich("method.claims.revision", {
          revision: (words) => <TermLink of="revision">{words}</TermLink>,
        })}
      </p>
    </>
  );
}

/** Which of several reports is shown, and when two of them contradict each other. */
export function ResolutionPart() {
  const text = useText();
  const { t } = text;
  const listFields = (behaviour: Behaviour) =>
    text.list(
      new Set(
        FIELD_KEYS.filter((key) => fieldSpec(key).behaviour === behaviour).map(text.fieldLabel),
      ),
    );
  return (
    <>
      <p>{t("method.resolution.intro")}</p>
      <ol>
        <li>{t("method.resolution.live")}</li>
        <li>{t("method.resolution.preferred")}</li>
        <li>{t("method.resolution.order")}</li>
        <li>{t("method.resolution.none")}</li>
      </ol>
      <p>{t("method.resolution.date")}</p>
      <h3>{t("method.resolution.contradiction.title")}</h3>
      <p>{t("method.resolution.contradiction.differ")}</p>
      <p>{t("method.resolution.contradiction.newer")}</p>
      <Definitions
        items={[
          {
            key: "ordered",
            label: t("method.resolution.contradiction.ordered.label"),
            definition: t("method.resolution.contradiction.ordered.definition"),
          },
          {
            key: "grows",
            label: t("method.resolution.contradiction.grows.label"),
            definition: t("method.resolution.contradiction.grows.definition", {
              fields: listFields("grows"),
            }),
          },
          {
            key: "fixed",
            label: t("method.resolution.contradiction.fixed.label"),
            definition: t("method.resolution.contradiction.fixed.definition", {
              fields: listFields("fixed"),
            }),
          },
          {
            key: "changes",
            label: t("method.resolution.contradiction.changes.label"),
            definition: t("method.resolution.contradiction.changes.definition"),
          },
          {
            key: "targets",
            label: t("method.resolution.contradiction.targets.label"),
            definition: t("method.resolution.contradiction.targets.definition"),
          },
        ]}
      />
    </>
  );
}

/** Why unknown is shown, counted and exported. */
export function UnknownPart() {
  const { t } = useText();
  return (
    <>
      <p>
        {t.rich("method.unknown.meaning", {
          unknown: (words) => <TermLink of="unknown">{words}</TermLink>,
        })}
      </p>
      <p>{t("method.unknown.silence")}</p>
    </>
  );
}

/** The marks beside a value. */
export function MarksPart() {
  const { t } = useText();
  return (
    <>
      <Definitions
        items={[
          {
            key: "disputed",
            label: <span className="disputed">{t("method.marks.disputed.label")}</span>,
            definition: t("method.marks.disputed.definition"),
          },
          {
            key: "resolved",
            label: t("method.marks.resolved.label"),
            definition: t("method.marks.resolved.definition"),
          },
          {
            key: "recent",
            label: <span className="fresh">{t("method.marks.recent.label")}</span>,
            definition: t.rich("method.marks.recent.definition", {
              outOfDate: (words) => <TermLink of="outOfDate">{words}</TermLink>,
            }),
          },
        ]}
      />
      <p>
        {t.rich("method.marks.support", {
          support: (words) => <TermLink of="support">{words}</TermLink>,
          weak: (words) => <TermLink of="weakEvidence">{words}</TermLink>,
        })}
      </p>
      <p>{t("method.marks.evidence")}</p>
    </>
  );
}
