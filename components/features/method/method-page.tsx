import type { ReactNode } from "react";
import { ContentsList, Section } from "@/components/layout/section";
import type { Messages } from "@/lib/text/english-messages";
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

interface MethodPart {
  /** Its anchor, which other pages and published links point at. */
  readonly id: keyof Messages["method"]["parts"];
  readonly content: ReactNode;
}

/** How the tracker comes to what it shows. Lists and figures come from the catalogue and today's registry. */
export function MethodPage({ readiness, example, scope, limits, cite }: MethodPageProps) {
  const { t } = useText();
  const parts: readonly MethodPart[] = [
    { id: "purpose", content: <PurposePart /> },
    { id: "claims", content: <ClaimsPart /> },
    { id: "resolution", content: <ResolutionPart /> },
    { id: "unknown", content: <UnknownPart /> },
    { id: "marks", content: <MarksPart /> },
    { id: "ladders", content: <LaddersPart /> },
    { id: "standing", content: <StandingPart /> },
    { id: "readiness", content: <ReadinessPart {...readiness} /> },
    ...(example ? [{ id: "example", content: <WorkedZone {...example} /> } as const] : []),
    { id: "scopes", content: <ScopePart {...scope} /> },
    { id: "dependence", content: <DependencePart /> },
    { id: "promises", content: <TargetsPart /> },
    { id: "firms", content: <FirmsPart /> },
    { id: "fields", content: <FieldsPart /> },
    { id: "vocabularies", content: <VocabulariesPart /> },
    { id: "places", content: <PlacesPart /> },
    { id: "boundaries", content: <BoundariesPart /> },
    { id: "limits", content: <LimitsPart {...limits} /> },
    { id: "cite", content: <CitePart {...cite} /> },
    { id: "corrections", content: <CorrectionsPart /> },
    { id: "licence", content: <LicencePart /> },
  ];
  return (
    <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)] print:grid-cols-[minmax(0,1fr)]">
      <ContentsList parts={parts.map(({ id }) => ({ id, title: t(`method.parts.${id}`) }))} />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-y-12 break-words">
        {parts.map(({ id, content }) => (
          <Section key={id} id={id} title={t(`method.parts.${id}`)} size="large">
            <div className="prose">{content}</div>
          </Section>
        ))}
      </div>
    </div>
  );
}
