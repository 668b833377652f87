-- A text that is removed is in every file of a release that packs its texts: Parquet compresses them, and SQLite and GeoPackage take a
-- long one apart. So these count like a workbook: where another file of their release has the text.
DO $$
BEGIN
  EXECUTE replace(
    pg_get_functiondef('copies_of_text(text, text, text)'::regprocedure),
    'LIKE ''%.xlsx''',
    '~ ''[.](gpkg|parquet|sqlite|xlsx)$''');
END
$$;
