import { embedRoute } from "@/app/embed/embed-route";
import { CHARTS, EmbedChartTable } from "@/components/features/sharing/embed-chart";
import { EMBED_CHARTS } from "@/lib/contract/embeds";
import { findNearest } from "@/lib/query/edit-distance";
import { shorten } from "@/lib/query/param-limits";
import { toSearch } from "@/lib/query/search-string";
import { select } from "@/lib/query/select";
import { writeQuery } from "@/lib/query/write-query";
import { addressIn } from "@/lib/text/reader-language";

/** A chart of the zones of a query. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = embedRoute(
  ({ text, params: { query }, view, origin, pathParam }) => {
    const given = pathParam("name");
    const name = EMBED_CHARTS.find((one) => one === given);
    if (name === undefined) {
      const message = text.t("sharing.embed.noChart", {
        got: shorten(given),
        names: text.list(EMBED_CHARTS),
      });
      const nearest = findNearest(given, EMBED_CHARTS);
      return { issue: { code: "unknown-address", message, allowed: EMBED_CHARTS, nearest } };
    }
    const { asOf, rows: all } = view;
    const { rows } = select(all, query, asOf);
    const found = new Set(rows.map(({ slug }) => slug));
    const zones = view.registry.zones.filter(({ slug }) => found.has(slug));
    const { title, path, lines } = CHARTS[name](text, {
      ...{ query, asOf, all, rows, zones, registry: view.registry, evidence: view.evidence },
    });
    return {
      title,
      full: origin + addressIn(text.locale, `${path}${toSearch(writeQuery(query))}`),
      notes: [
        text.t("sharing.bars"),
        ...(name === "readiness" ? [text.t("sharing.notes.readiness")] : []),
      ],
      content: <EmbedChartTable text={text} name={name} lines={lines} />,
    };
  },
);
