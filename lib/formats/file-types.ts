/** Media type of a Parquet file. */
export const PARQUET_TYPE = "application/vnd.apache.parquet";

/** Media type of a database of SQLite. */
export const SQLITE_TYPE = "application/vnd.sqlite3";

/** Media type of a ZIP archive. */
export const ZIP_TYPE = "application/zip";

/** Media type of a GeoPackage. */
export const GEOPACKAGE_TYPE = "application/geopackage+sqlite3";
