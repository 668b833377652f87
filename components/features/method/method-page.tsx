import type { ReactNode } from "react";
import { ContentsList, Section } from "@/components/layout/section";
import { METHOD_PARTS, type MethodPart } from "@/lib/catalogue/method-parts";
import { useText } from "@/lib/text/use-text";
import {
  ReadinessPart,
  type ReadinessPartProps,
  ScopePart,
  type ScopePartProps,
} from "./count-parts";
import { ClaimsPart, MarksPart, PurposePart, ResolutionPart, UnknownPart } from "./evidence-parts";
import { StandingPart, WorkedZone, type WorkedZoneProps } from "./standing-parts";
import { DependencePart, FirmsPart, LaddersPart, TargetsPart } from "./subject-parts";
import {
  BoundariesPart,
  CitePart,
  type CitePartProps,
  CorrectionsPart,
  FieldsPart,
  LicencePart,
  LimitsPart,
  type LimitsPartProps,
  PlacesPart,
  VocabulariesPart,
} from "./use-parts";

/** What is counted or cited today. */
export interface MethodPageProps {
  readiness: ReadinessPartProps;
  /** Null: the zone of the example is not in the registry. */
  example: WorkedZoneProps | null;
  scope: ScopePartProps;
  limits: LimitsPartProps;
  cite: CitePartProps;
}

/** How the tracker comes to what it shows. Lists and figures come from the catalogue and today's registry. */
export function MethodPage({ readiness, example, scope, limits, cite }: MethodPageProps) {
  const { t } = useText();
  const contents: Readonly<Record<MethodPart, ReactNode>> = {
    purpose: <PurposePart />,
    claims: <ClaimsPart />,
    resolution: <ResolutionPart />,
    unknown: <UnknownPart />,
    marks: <MarksPart />,
    ladders: <LaddersPart />,
    standing: <StandingPart />,
    readiness: <ReadinessPart {...readiness} />,
    example: example && <WorkedZone {...example} />,
    scopes: <ScopePart {...scope} />,
    dependence: <DependencePart />,
    promises: <TargetsPart />,
    firms: <FirmsPart />,
    fields: <FieldsPart />,
    vocabularies: <VocabulariesPart />,
    places: <PlacesPart />,
    boundaries: <BoundariesPart />,
    limits: <LimitsPart {...limits} />,
    cite: <CitePart {...cite} />,
    corrections: <CorrectionsPart />,
    licence: <LicencePart />,
  };
  const parts = METHOD_PARTS.filter((id) => contents[id] !== null);
  return (
    <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)] print:grid-cols-[minmax(0,1fr)]">
      <ContentsList parts={parts.map((id) => ({ id, title: t(`method.parts.${id}`) }))} />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-y-12 break-words">
        {parts.map((id) => (
          <Section key={id} id={id} title={t(`method.parts.${id}`)} size="large">
            <div className="prose">{contents[id]}</div>
          </Section>
        ))}
      </div>
    </div>
  );
}
