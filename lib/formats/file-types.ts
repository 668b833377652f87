/** Media type of a Parquet file. */
export const PARQUET_TYPE = "application/vnd.apache.parquet";
