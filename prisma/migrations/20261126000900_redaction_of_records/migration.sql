-- A merge of records copies claims with their texts. The text of a claim is also removed from each claim on the same field
-- by the same source that has it.

-- Is a place a copy of the text of a request, and did the revision already remove the text itself?
CREATE OR REPLACE FUNCTION "is_copy_of_removed"(
  "asked" "redaction_request", "text" TEXT, "table" TEXT, "column" TEXT, "row" TEXT, "revision" INTEGER
) RETURNS BOOLEAN
LANGUAGE plpgsql STABLE AS $$
DECLARE
  -- The source of the text, if it belongs to one.
  "source" TEXT := CASE "asked"."table_name"
    WHEN 'source' THEN "asked"."row_id"
    WHEN 'source_version' THEN (SELECT "v"."source_id" FROM "source_version" AS "v" WHERE "v"."id"::TEXT = "asked"."row_id")
  END;
  -- The revision that wrote a reason.
  "written" INTEGER := CASE "asked"."table_name"
    WHEN 'decision' THEN (SELECT "d"."revision_id" FROM "decision" AS "d" WHERE "d"."id"::TEXT = "asked"."row_id")
    WHEN 'source_version' THEN (SELECT "v"."revision_id" FROM "source_version" AS "v" WHERE "v"."id"::TEXT = "asked"."row_id")
  END;
BEGIN
  IF NOT EXISTS (
    SELECT FROM "redaction" AS "r"
    WHERE ("r"."table_name", "r"."column_name", "r"."row_id") = ("asked"."table_name", "asked"."column_name", "asked"."row_id")
      AND "r"."sha256" = "asked"."sha256" AND "r"."revision_id" = "revision"
  ) THEN
    RETURN FALSE;
  END IF;
  RETURN coalesce(CASE "table"
    WHEN 'claim' THEN "asked"."table_name" = 'claim' AND "column" = "asked"."column_name"
      AND redactable_text("table", "column", "row") = "text"
      AND EXISTS (
        SELECT FROM "claim" AS "copy" JOIN "claim" AS "own" USING ("field", "source_id")
        WHERE "copy"."id"::TEXT = "row" AND "own"."id"::TEXT = "asked"."row_id")
    WHEN 'decision' THEN "asked"."table_name" = 'decision' AND EXISTS (
      SELECT FROM "decision" AS "d" WHERE "d"."id"::TEXT = "row" AND "d"."revision_id" = "written" AND "d"."reason" = "text")
    WHEN 'source' THEN "column" = "asked"."column_name" AND "row" = "source"
      AND redactable_text("table", "column", "row") = "text"
    WHEN 'source_version' THEN "column" = "asked"."column_name" AND "column" <> 'reason'
      AND redactable_text("table", "column", "row") = "text"
      AND EXISTS (SELECT FROM "source_version" AS "v" WHERE "v"."id"::TEXT = "row" AND "v"."source_id" = "source")
    WHEN 'audit_entry' THEN EXISTS (
      SELECT FROM "audit_entry" AS "e"
      WHERE "e"."id"::TEXT = "row" AND CASE "column"
        WHEN 'detail.title' THEN "asked"."column_name" = 'title' AND "e"."action" = 'source-added'
          AND "e"."subject" = "source" AND "e"."detail" ->> 'title' = "text"
        WHEN 'detail.reason' THEN "asked"."column_name" = 'reason' AND "e"."revision_id" = "written" AND
          -- An entry about decisions has all their reasons in one text.
          CASE "asked"."table_name"
            WHEN 'decision' THEN "e"."action" = 'decisions-recorded' AND position("text" IN "e"."detail" ->> 'reason') > 0
            ELSE "e"."action" = 'source-changed' AND "e"."detail" ->> 'reason' = "text"
          END
      END)
    -- A workbook is compressed: it counts if another file of its release has the text, or had it.
    WHEN 'release_file' THEN EXISTS (
      SELECT FROM "release_file" AS "f" JOIN "release_file" AS "other" ON "other"."release_number" = "f"."release_number"
      WHERE "f"."release_number" || '/' || "f"."name" = "row" AND ("other"."name" = "f"."name" OR "f"."name" LIKE '%.xlsx')
        AND (file_has_text("other"."content", "text") OR EXISTS (
          SELECT FROM "redaction" AS "r"
          WHERE "r"."table_name" = 'release_file' AND "r"."row_id" = "other"."release_number" || '/' || "other"."name"
            AND "r"."revision_id" = "revision")))
  END, FALSE);
END
$$;
