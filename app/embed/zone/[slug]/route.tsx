import { embedRoute } from "@/app/embed/embed-route";
import { EmbedZone } from "@/components/features/sharing/embed-zone";
import { BLOCK_WEIGHTS } from "@/lib/catalogue/groups";
import { findZone } from "@/lib/contract/zone-answer";
import { buildRow } from "@/lib/evidence/row";
import { zoneName } from "@/lib/evidence/zone-name";
import { MOMENT_PARAMS, momentSearch } from "@/lib/query/moment-params";
import { computeReadiness } from "@/lib/readiness/readiness";
import { addressIn } from "@/lib/text/reader-language";
import { summarizeZone } from "@/lib/text/zone-summary";

/** One zone: whether it operates, the facts with their support, and where it is. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = embedRoute(
  ({ text, params: { query }, view, origin, pathParam }) => {
    const found = findZone(text, view, pathParam("slug"));
    if (!("zone" in found)) return found;
    const { zone } = found;
    const row = buildRow(zone);
    const name = zoneName(zone);
    const summary = summarizeZone(text, {
      zone,
      asOf: view.asOf,
      sources: new Map(view.sources.map((source) => [source.id, source])),
    });
    return {
      title: name,
      full: origin + addressIn(text.locale, `/zones/${zone.slug}${momentSearch(query)}`),
      notes: [
        text.t("sharing.bars"),
        text.t("sharing.notes.readiness"),
        text.t("sharing.embed.boundaries"),
      ],
      content: (
        <EmbedZone
          text={text}
          row={{ ...row, readiness: computeReadiness(row, BLOCK_WEIGHTS) }}
          name={name}
          summary={summary}
        />
      ),
    };
  },
  MOMENT_PARAMS,
);
