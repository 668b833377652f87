import { describeSource } from "@/components/evidence/source-reference";
import { sourcePath } from "@/lib/evidence/addresses";
import { packRecords } from "@/lib/evidence/packed-records";
import type { ZoneView } from "@/lib/evidence/zone-view";
import { type Cited, longCitation } from "@/lib/text/citation";
import { countEvidenceSources } from "@/lib/text/evidence-summary";
import { useText } from "@/lib/text/use-text";
import { type PrintedSource, PrintedSourceList } from "./printed-source-list";

interface PrintedSourcesProps {
  view: ZoneView;
  cited: Cited;
}

/** Sources that are printed. The page on screen has all of them. */
const PRINTED = 10;

/** On paper only: the sources with most reports, and the citation with the permanent link to the rest. */
export function PrintedSources({ view: { zone, sources }, cited }: PrintedSourcesProps) {
  const text = useText();
  const counted = countEvidenceSources(zone);
  const rest = counted.length - PRINTED;
  const printed = counted.slice(0, PRINTED).map(({ id, count }): PrintedSource => {
    const source = sources.get(id);
    return source === undefined
      ? { source: id, count }
      : { source: describeSource(text, source), href: sourcePath(id), count };
  });
  return (
    <section aria-labelledby="printed-sources" className="hidden text-12 print:block">
      <h2 id="printed-sources" className="title">
        {text.t("zones.sources.title")}
      </h2>
      <PrintedSourceList sources={packRecords(printed)} />
      {rest > 0 ? <p>{text.t("zones.sources.rest", { count: rest })}</p> : null}
      <p className="mt-2 break-words text-ink-2">{longCitation(text, cited)}</p>
    </section>
  );
}
