import type { RankedRow } from "../query/select";
import type { ZoneColumn } from "./columns";
import type { FileNotes } from "./file-notes";
import { getBoundingBox, type Position, pointWkb } from "./point";
import {
  quote,
  type SqlDatabase,
  type SqlValue,
  toSqlColumns,
  toSqlValue,
  writeTable,
} from "./sql-table";

/** WGS 84 with longitude first, as GeoPackage has it. */
const SRS = 4326;
/** "GPKG", and version 1.3. */
const APPLICATION_ID = 0x47504b47;
const VERSION = 10_300;

const LAYER = "zones";
const WGS84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** What each GeoPackage 1.3 has, as the standard defines it. */
const REQUIRED_SQL = `
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${VERSION};
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('WGS 84 geodetic', ${SRS}, 'EPSG', ${SRS}, '${WGS84}', NULL),
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL)`;

/** The id of a feature, which GeoPackage asks for. */
const ID_SQL = "INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL";

/** What a GeoPackage is made of. */
export interface GeoPackageContents {
  readonly rows: readonly RankedRow[];
  readonly columns: readonly ZoneColumn[];
  readonly notes: FileNotes;
  /** The time of change in the file: not the present one, so that the same content gives the same bytes. */
  readonly madeAt: Date;
}

/**
 * Writes a GeoPackage 1.3 with one layer of points, the zones. A zone without a place has a null geometry. Columns are those
 * of the CSV with the same names; unknown is null.
 */
export async function writeGeoPackage(
  db: SqlDatabase,
  { rows, columns, notes, madeAt }: GeoPackageContents,
): Promise<void> {
  db.exec(REQUIRED_SQL);
  db.exec("BEGIN");
  insertRow(db, "gpkg_contents", [
    LAYER,
    "features",
    notes.title,
    `${notes.citation}\n${notes.boundaryNote}`,
    madeAt.toISOString(),
    ...(getBoundingBox(rows) ?? [null, null, null, null]),
    SRS,
  ]);
  insertRow(db, "gpkg_geometry_columns", [LAYER, "geom", "POINT", SRS, 0, 0]);
  await writeTable(db, {
    name: LAYER,
    columns: [
      { name: "fid", type: ID_SQL },
      { name: "geom", type: "POINT" },
      ...toSqlColumns(columns),
    ],
    key: [],
    references: [],
    rows,
    toValues: (row, place) => [
      place + 1,
      row.values.location && toGeometry(row.values.location),
      ...columns.map(({ cell, type }) => toSqlValue(cell(row), type)),
    ],
  });
  db.exec("COMMIT");
}

function insertRow(db: SqlDatabase, table: string, values: SqlValue[]): void {
  const insertSql = `INSERT INTO ${quote(table)} VALUES (${values.map(() => "?").join(", ")})`;
  const insert = db.prepare(insertSql);
  insert.run(values);
  insert.finalize();
}

/** A point as GeoPackage has it: a head of "GP", version, flags (little-endian, no envelope) and SRS, then WKB. */
function toGeometry(place: Position): Uint8Array {
  const point = pointWkb(place);
  const bytes = new Uint8Array(8 + point.length);
  bytes.set([0x47, 0x50, 0, 1]);
  new DataView(bytes.buffer).setInt32(4, SRS, true);
  bytes.set(point, 8);
  return bytes;
}
