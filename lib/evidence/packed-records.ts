/**
 * The values under a name: each distinct one once; and for each record the place of its value, from 1; 0 where it has none.
 * Places are numbers to the base 36, all of one length. Without names, because a page has hundreds of columns.
 */
type Column = readonly [distinct: readonly unknown[], places: string];

/** Records of one kind by column, so that no name and no value is repeated. */
export interface PackedRecords {
  readonly count: number;
  readonly columns: Readonly<Record<string, Column>>;
}

interface ColumnInProgress {
  readonly places: number[];
  /** The place of each distinct value, by its JSON. */
  readonly known: Map<string, number>;
  readonly distinct: unknown[];
}

/** Records, whose values must be JSON, by column. */
export function packRecords(records: readonly object[]): PackedRecords {
  const columns = new Map<string, ColumnInProgress>();
  records.forEach((record, i) => {
    for (const [name, value] of Object.entries(record)) {
      if (value === undefined) continue;
      const column: ColumnInProgress = columns.get(name) ?? {
        places: records.map(() => 0),
        known: new Map(),
        distinct: [],
      };
      columns.set(name, column);
      const written = JSON.stringify(value);
      const place = column.known.get(written) ?? column.distinct.push(value);
      column.known.set(written, place);
      column.places[i] = place;
    }
  });
  return {
    count: records.length,
    columns: Object.fromEntries(
      [...columns].map(([name, { places, distinct }]) => [
        name,
        [distinct, writePlaces(places, distinct.length)],
      ]),
    ),
  };
}

/** The records that were packed. */
export function unpackRecords<T extends object>({ count, columns }: PackedRecords): T[] {
  const named = Object.entries(columns);
  return Array.from({ length: count }, (_, i) => {
    const record: Record<string, unknown> = {};
    for (const [name, [distinct, places]] of named) {
      const length = places.length / count;
      const place = Number.parseInt(places.slice(i * length, (i + 1) * length), BASE);
      if (place > 0) record[name] = distinct[place - 1];
    }
    return record as T;
  });
}

const BASE = 36;

function writePlaces(places: readonly number[], most: number): string {
  const { length } = most.toString(BASE);
  return places.map((place) => place.toString(BASE).padStart(length, "0")).join("");
}
