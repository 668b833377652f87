import { Section } from "@/components/layout/section";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { countTargets, getZoneTargets } from "@/lib/targets/targets";
import { countsInWords } from "@/lib/text/target-words";
import { PromiseChart } from "./target-chart";
import { PromiseTable } from "./target-table";

/** What was promised of a zone, for when, and what became of it: drawn, and in words. */
export function PromisesSection({ view }: { view: ZoneView }) {
  const { zone, asOf, revision, sources } = view;
  const targets = getZoneTargets(zone, { asOf, revision: revision });
  return (
    <Section
      id="promises"
      title="Promises, and what became of them"
      note={targets.length === 0 ? undefined : "from the day of the promise to the day it fell due"}
    >
      <p className={targets.length === 0 ? "text-ink-2" : "mb-3 text-15"}>
        {countsInWords(countTargets(targets))}
      </p>
      {targets.length === 0 ? null : (
        <>
          <PromiseChart targets={targets} asOf={asOf} />
          <PromiseTable targets={targets} asOf={asOf} sources={sources} />
        </>
      )}
    </Section>
  );
}
