import { CSV_TYPE, comparisonCsv } from "@/lib/formats/csv";
import { COMPARE_LIMITS, compareZones } from "@/lib/query/compare";
import { ALL_QUERY_PARAMS } from "@/lib/query/parse-query";
import { readRoute } from "@/lib/server/http/read-route";
import { attachment } from "@/lib/server/http/respond";

/** 2 to 6 zones field by field, as a file. Accepts all parameters of a query and uses its zones and its moment. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: { query: ALL_QUERY_PARAMS },
  answer: ({ text, params, view }) => {
    const { zones: slugs } = params.query;
    const zones = slugs.flatMap(
      (slug) => view.registry.zones.find((zone) => zone.slug === slug) ?? [],
    );
    const { min, max } = COMPARE_LIMITS;
    if (zones.length < min || zones.length > max) {
      const message = text.t("api.params.compareCount", { min: String(min), max: String(max) });
      return {
        issue: { code: "invalid-parameter", message, param: "zones", got: slugs.join(",") },
      };
    }
    return {
      type: CSV_TYPE,
      headers: attachment(`comparison_${view.asOf}_r${view.revision}.csv`),
      body: () => comparisonCsv(text, zones, compareZones(zones)),
    };
  },
});
