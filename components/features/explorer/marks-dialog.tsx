"use client";

import type { ReactNode } from "react";
import { IntervalBar } from "@/components/charts/interval-bar";
import type { IntervalBarProps } from "@/components/charts/interval-drawing";
import { DisputedMark, UnknownValue } from "@/components/evidence/evidence-line";
import { StandingMark } from "@/components/evidence/standing-mark";
import { SupportDots } from "@/components/evidence/support-mark";
import { Dialog } from "@/components/ui/dialog";
import { GLOSSARY, type GlossaryKey } from "@/lib/catalogue/terms";
import { STANDINGS } from "@/lib/readiness/standing";
import { useText } from "@/lib/text/use-text";

interface MarksDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** How many dots are filled for each support, the best first. */
const SUPPORTS = [
  ["independent", 3],
  ["corroborated", 2],
  ["single", 1],
  ["weak", 0],
] as const;

/** The legend of the table: every mark that a row can have. */
export function MarksDialog({ open, onOpenChange }: MarksDialogProps) {
  const text = useText();
  const { t } = text;
  const define = (key: GlossaryKey) => ({ ...GLOSSARY[key], ...text.translatedTerm(key) });
  const candidate = define("candidate");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("explorer.marks.open")}>
      <p className="mb-3">{t("explorer.marks.select")}</p>
      <MarkGroup title={t("query.filter.standing")}>
        {STANDINGS.map((standing) => (
          <MarkLine key={standing} mark={<StandingMark standing={standing} />}>
            <b>{t(`query.standing.${standing}`)}</b> {t(`query.standingDefinition.${standing}`)}
          </MarkLine>
        ))}
        <MarkLine mark={<StandingMark standing="unknown" candidate />}>
          <b>{candidate.label}</b> {candidate.definition}
        </MarkLine>
      </MarkGroup>
      <MarkGroup title={t("explorer.marks.values")}>
        <MarkLine mark={<UnknownValue />}>{t("explorer.marks.unknown")}</MarkLine>
        <MarkLine mark={<span className="fresh">2026</span>}>{t("explorer.marks.fresh")}</MarkLine>
        {SUPPORTS.map(([support, filled]) => (
          <MarkLine key={support} mark={<SupportDots filled={filled} />}>
            {t(`common.support.${support}`)}
          </MarkLine>
        ))}
        <MarkLine mark={<DisputedMark />}>{define("disputed").definition}</MarkLine>
      </MarkGroup>
      <MarkGroup title={t("explorer.marks.bars")}>
        <MarkLine mark={<Bar low={49} high={86} />}>{t("explorer.marks.range")}</MarkLine>
        <MarkLine mark={<Bar low={34} high={86} candidate />}>
          {t("explorer.marks.candidate")}
        </MarkLine>
        <MarkLine mark={<Bar low={40} high={40} size="cell" />}>{t("explorer.marks.gap")}</MarkLine>
        <MarkLine mark={<Bar low={null} high={null} size="cell" />}>
          {t("explorer.marks.gapUnknown")}
        </MarkLine>
      </MarkGroup>
    </Dialog>
  );
}

function MarkGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold first:mt-0">{title}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1.5">{children}</dl>
    </>
  );
}

function Bar(props: IntervalBarProps) {
  return (
    <span className="block w-18">
      <IntervalBar {...props} />
    </span>
  );
}

function MarkLine({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <>
      {/* The height of a line, so that the mark is beside the first one */}
      <dt className="flex h-4.5 items-center">{mark}</dt>
      <dd className="first-letter:uppercase">{children}</dd>
    </>
  );
}
