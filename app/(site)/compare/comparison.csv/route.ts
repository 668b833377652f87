import { comparisonCsv } from "@/lib/formats/comparison";
import { CSV_TYPE } from "@/lib/formats/csv";
import { COMPARE_LIMITS, compareZones } from "@/lib/query/compare";
import { ALL_QUERY_PARAMS } from "@/lib/query/parse-query";
import { readRoute } from "@/lib/server/http/read-route";

export const dynamic = "force-dynamic";

/** 2 to 6 zones field by field, as a file. Accepts every parameter of a query and uses its zones and moment. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = readRoute({
  accepts: { query: ALL_QUERY_PARAMS },
  answer: ({ asked, view }) => {
    const zones = asked.query.zones.flatMap(
      (slug) => view.registry.zones.find((zone) => zone.slug === slug) ?? [],
    );
    if (zones.length < COMPARE_LIMITS.min || zones.length > COMPARE_LIMITS.max) {
      return {
        fault: {
          code: "invalid-parameter",
          detail: `Give ${COMPARE_LIMITS.min} to ${COMPARE_LIMITS.max} zones that are in the register on that day.`,
          param: "zones",
          got: asked.query.zones.join(","),
        },
      };
    }
    const name = `comparison_${view.asOf}_r${view.version}.csv`;
    return {
      type: CSV_TYPE,
      headers: { "content-disposition": `attachment; filename="${name}"` },
      body: () => comparisonCsv(zones, compareZones(zones)),
    };
  },
});
