import type { ZoneFieldKey } from "../catalogue/fields";
import type { Source } from "../evidence/ledger-records";
import type { ZoneRecord } from "../evidence/registry";

/** A source with the number of exported values that rest on it. */
export interface SourceUse {
  readonly source: Source;
  readonly values: number;
}

/** Every source behind some fields of some zones, the one with the most values first. */
export function sourcesBehind(
  zones: readonly ZoneRecord[],
  fields: readonly ZoneFieldKey[],
  sources: readonly Source[],
): readonly SourceUse[] {
  const values = new Map<string, number>();
  for (const zone of zones) {
    for (const field of fields) {
      const id = zone.fields[field].evidence?.claim.sourceId;
      if (id !== undefined) values.set(id, (values.get(id) ?? 0) + 1);
    }
  }
  return sources
    .flatMap((source) => {
      const count = values.get(source.id);
      return count === undefined ? [] : [{ source, values: count }];
    })
    .sort((a, b) => b.values - a.values || (a.source.id < b.source.id ? -1 : 1));
}
