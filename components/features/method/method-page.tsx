import { ContentsList } from "@/components/layout/contents-list";
import { METHOD_PARTS } from "./contents";
import { FieldsPart, VocabulariesPart } from "./dictionary-parts";
import { ClaimsPart, MarksPart, PurposePart, ResolutionPart, UnknownPart } from "./evidence-parts";
import { LaddersPart, PromisesPart } from "./ladder-parts";
import { LimitsPart, type LimitsPartProps } from "./limits-part";
import { BoundariesPart, PlacesPart } from "./place-parts";
import { ReadinessPart } from "./readiness-part";
import { ScopePart, type ScopePartProps } from "./scope-part";
import { DependencePart, FirmsPart } from "./subject-parts";
import { CitePart, type CitePartProps, CorrectionsPart, LicencePart } from "./use-parts";

/** Props of the method page: what is counted or pinned today. */
export interface MethodPageProps {
  scope: ScopePartProps;
  limits: LimitsPartProps;
  cite: CitePartProps;
}

/** How the tracker comes to what it shows, in plain words; tables are made from the catalogue itself. */
export function MethodPage({ scope, limits, cite }: MethodPageProps) {
  return (
    <>
      <header className="mb-8">
        <h1 className="font-serif text-28 tracking-[-0.018em] sm:text-42">Method</h1>
        <p className="mt-3 max-w-[60ch] text-pretty font-serif text-17">
          What the words mean, which value shows and why, how readiness is counted, and how far the
          data can be trusted.
        </p>
      </header>
      <div className="grid gap-x-14 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <ContentsList parts={METHOD_PARTS} />
        <div className="grid min-w-0 gap-y-12">
          <PurposePart />
          <ClaimsPart />
          <ResolutionPart />
          <UnknownPart />
          <MarksPart />
          <LaddersPart />
          <ReadinessPart />
          <ScopePart {...scope} />
          <DependencePart />
          <PromisesPart />
          <FirmsPart />
          <FieldsPart />
          <VocabulariesPart />
          <PlacesPart />
          <BoundariesPart />
          <LimitsPart {...limits} />
          <CitePart {...cite} />
          <CorrectionsPart />
          <LicencePart />
        </div>
      </div>
    </>
  );
}
