import { LocatorMap } from "@/components/map/locator-map";
import { describePlacing } from "@/components/map/placing";
import { isCandidate } from "@/lib/query/scope";
import type { RankedRow } from "@/lib/query/select";
import type { Text } from "@/lib/text/text";
import { FactTable } from "./embed-table";

interface EmbedZoneProps {
  text: Text;
  row: RankedRow;
  name: string;
  /** Whether it operates and its legal status, in sentences. */
  summary: string;
}

/** One zone: the answer, the facts with their support, and where it is. */
export function EmbedZone({ text, row, name, summary }: EmbedZoneProps) {
  const { location: at, locationPrecision: precision } = row.values;
  return (
    <>
      <p>{summary}</p>
      <div className="sides">
        <FactTable text={text} row={row} />
        <div className="drawn">
          <LocatorMap
            label={text.t("map.locator", { name, place: describePlacing(text, at, precision) })}
            markers={
              at === null
                ? []
                : [
                    {
                      ...{ slug: row.slug, at, standing: row.progress.standing },
                      candidate: isCandidate(row.values),
                    },
                  ]
            }
          />
        </div>
      </div>
    </>
  );
}
