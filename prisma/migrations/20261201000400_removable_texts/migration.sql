-- One view of the texts that can be removed, one function that lists the copies of a text, and one that removes them all.

-- Each text that can be removed, with the claim or record that it belongs to. `is_redactable` has the list of columns. Texts of
-- the same scope and part are copies of each other: a claim has the scope of its source and field, because a merge of records
-- copies claims; a record has its id; a reason has its revision instead. `reason` is that of the row: with it, a reason is found
-- without taking every row of a large revision apart.
CREATE VIEW "removable_text" AS
SELECT "t"."table_name", "c"."column_name", "t"."row_id", "t"."revision_id", "t"."subject_kind", "t"."subject_id", "t"."scope",
  "t"."reason", "c"."part", "c"."text"
FROM (
  SELECT 'claim' AS "table_name", "id"::TEXT AS "row_id", "revision_id", 'claim' AS "subject_kind", "id"::TEXT AS "subject_id",
    "source_id" || ' ' || "field" AS "scope", NULL AS "reason", to_jsonb("t") AS "content" FROM "claim" AS "t"
  UNION ALL SELECT 'decision', "id"::TEXT, "revision_id", 'claim', "claim_id"::TEXT, NULL, "reason", to_jsonb("t") FROM "decision" AS "t"
  UNION ALL SELECT 'source', "id", "revision_id", 'source', "id", "id", NULL, to_jsonb("t") FROM "source" AS "t"
  UNION ALL SELECT 'source_version', "id"::TEXT, "revision_id", 'source', "source_id", "source_id", "reason", to_jsonb("t")
  FROM "source_version" AS "t"
  UNION ALL SELECT 'firm', "id", "revision_id", 'firm', "id", "id", NULL, to_jsonb("t") FROM "firm" AS "t"
  UNION ALL SELECT 'firm_version', "id"::TEXT, "revision_id", 'firm', "firm_id", "firm_id", "reason", to_jsonb("t") FROM "firm_version" AS "t"
  UNION ALL SELECT 'event', "id", "revision_id", 'event', "id", "id", NULL, to_jsonb("t") FROM "event" AS "t"
  UNION ALL SELECT 'event_version', "event_id" || '@' || "revision_id", "revision_id", 'event', "event_id", "event_id", "reason", to_jsonb("t")
  FROM "event_version" AS "t"
  UNION ALL SELECT 'context_figure', "key", "revision_id", 'figure', "key", "key", NULL, to_jsonb("t") FROM "context_figure" AS "t"
  UNION ALL SELECT 'context_figure_version', "key" || '@' || "revision_id", "revision_id", 'figure', "key", "key", "reason", to_jsonb("t")
  FROM "context_figure_version" AS "t"
  UNION ALL SELECT 'retirement', "t"."id"::TEXT, "t"."revision_id", CASE "t"."kind" WHEN 'tenancy' THEN 'firm' ELSE "t"."kind" END,
    coalesce("o"."firm_id", "t"."subject"), NULL, "t"."reason", to_jsonb("t")
  FROM "retirement" AS "t" LEFT JOIN "tenancy" AS "o" ON "t"."kind" = 'tenancy' AND "o"."id" = "t"."subject"
) AS "t", LATERAL (
  SELECT "key" AS "column_name", "key" AS "part", "value" AS "text" FROM jsonb_each_text("t"."content")
  UNION ALL SELECT 'other_names.' || "position" - 1, 'name', "name"
  FROM jsonb_array_elements_text("t"."content" -> 'other_names') WITH ORDINALITY AS "other" ("name", "position")
) AS "c"
WHERE is_redactable("t"."table_name", "c"."column_name") AND "c"."text" <> '';

-- The places of a text and its copies in the ledger, in the audit log and in files of releases. A file counts if it has the text, as
-- CSV, JSON or plain text write it, and the id of what it belongs to. A workbook is compressed: it counts if another file of its
-- release does.
CREATE FUNCTION "copies_of_text"("table" TEXT, "column" TEXT, "row" TEXT)
RETURNS TABLE ("table_name" TEXT, "column_name" TEXT, "row_id" TEXT)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
  "own" "removable_text";
  "found" "removable_text"[];
BEGIN
  SELECT * INTO "own" FROM "removable_text" AS "t" WHERE ("t"."table_name", "t"."column_name", "t"."row_id") = ("table", "column", "row");
  IF "own"."part" = 'reason' THEN
    "found" := ARRAY(
      SELECT "t" FROM "removable_text" AS "t" WHERE "t"."revision_id" = "own"."revision_id" AND "t"."part" = 'reason'
        AND ("t"."reason" = "own"."text"
          -- A merge makes decisions that have its reason behind the one before.
          OR "own"."table_name" = 'retirement' AND "t"."table_name" = 'decision' AND position("own"."text" IN "t"."reason") > 0));
  ELSE
    "found" := ARRAY(
      SELECT "t" FROM "removable_text" AS "t" WHERE "t"."subject_kind" = "own"."subject_kind" AND "t"."scope" = "own"."scope"
        AND "t"."part" = "own"."part" AND "t"."text" = "own"."text");
  END IF;
  RETURN QUERY SELECT "t"."table_name", "t"."column_name", "t"."row_id" FROM unnest("found") AS "t";
  RETURN QUERY SELECT 'audit_entry', 'detail.reason', "e"."id"::TEXT FROM "audit_entry" AS "e"
    WHERE "own"."part" = 'reason' AND "e"."revision_id" = "own"."revision_id" AND "e"."action" <> 'text-removed'
      AND ("e"."detail" ->> 'reason' = "own"."text"
        -- An entry about decisions has all their reasons in one text.
        OR "own"."table_name" = 'decision' AND "e"."action" = 'decisions-recorded'
          AND position("own"."text" IN "e"."detail" ->> 'reason') > 0);
  RETURN QUERY SELECT 'audit_entry', 'detail.title', "e"."id"::TEXT FROM "audit_entry" AS "e"
    WHERE "own"."part" = CASE "own"."subject_kind" WHEN 'firm' THEN 'name' WHEN 'figure' THEN 'label' ELSE 'title' END
      AND "e"."detail" ->> 'title' = "own"."text"
      AND ("e"."action" = "own"."subject_kind" || '-added' AND "e"."subject" = "own"."subject_id"
        OR "own"."subject_kind" = 'firm' AND "e"."action" = 'tenancy-added' AND EXISTS (
          SELECT FROM "tenancy" AS "o" WHERE "o"."id" = "e"."subject" AND "o"."firm_id" = "own"."subject_id"));
  RETURN QUERY WITH "id" AS (
      SELECT convert_to("t"."subject_id", 'UTF8') AS "bytes" FROM unnest("found") AS "t"
      UNION
      SELECT convert_to("o"."id", 'UTF8') FROM unnest("found") AS "t" JOIN "tenancy" AS "o" ON "o"."firm_id" = "t"."subject_id"
      WHERE "t"."subject_kind" = 'firm'
    ), "having" AS (
      SELECT "f"."release_number", "f"."name" FROM "release_file" AS "f"
      WHERE file_has_text("f"."content", "own"."text") AND EXISTS (SELECT FROM "id" WHERE position("bytes" IN "f"."content") > 0)
    )
    SELECT 'release_file', 'content', "f"."release_number" || '/' || "f"."name" FROM "release_file" AS "f"
    WHERE ("f"."release_number", "f"."name") IN (SELECT * FROM "having")
      OR ("f"."name" LIKE '%.xlsx' AND "f"."release_number" IN (SELECT "release_number" FROM "having")
        AND NOT EXISTS (
          SELECT FROM "redaction" AS "r" WHERE "r"."table_name" = 'release_file' AND "r"."row_id" = "f"."release_number" || '/' || "f"."name"))
    ORDER BY 3;
END
$$;

DROP FUNCTION "redact_text"(UUID, TEXT, TEXT, TEXT, TEXT, INTEGER, TEXT, TEXT);
DROP FUNCTION "is_copy_of_removed"("redaction_request", TEXT, TEXT, TEXT, TEXT, INTEGER);

-- Replaces the text of a request and all its copies, and ends the request. SECURITY DEFINER: the app needs no right to update the
-- ledger, and can remove no place that is not a copy.
CREATE FUNCTION "remove_text"("request" UUID, "revision" INTEGER, "confirmed_by" TEXT, "confirmed_by_id" TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  "asked" "redaction_request" := (SELECT "r" FROM "redaction_request" AS "r" WHERE "r"."id" = "request");
  "at" RECORD;
  "sentence" TEXT;
  "places" INTEGER := 0;
BEGIN
  IF "asked"."id" IS NULL THEN
    RAISE EXCEPTION 'no request asks to remove this text' USING ERRCODE = 'restrict_violation';
  END IF;
  IF text_sha256(redactable_text("asked"."table_name", "asked"."column_name", "asked"."row_id")) IS DISTINCT FROM "asked"."sha256" THEN
    RAISE EXCEPTION 'this is not the text that the request asks to remove' USING ERRCODE = 'restrict_violation';
  END IF;
  FOR "at" IN SELECT * FROM copies_of_text("asked"."table_name", "asked"."column_name", "asked"."row_id") LOOP
    INSERT INTO "redaction"
      ("table_name", "column_name", "row_id", "revision_id", "sha256", "reason",
       "requested_by", "requested_by_id", "requested_at", "confirmed_by", "confirmed_by_id")
    VALUES ("at"."table_name", "at"."column_name", "at"."row_id", "revision",
      CASE "at"."table_name"
        WHEN 'release_file' THEN (SELECT "f"."sha256" FROM "release_file" AS "f" WHERE "f"."release_number" || '/' || "f"."name" = "at"."row_id")
        ELSE text_sha256(redactable_text("at"."table_name", "at"."column_name", "at"."row_id"))
      END,
      "asked"."reason", "asked"."requested_by", "asked"."requested_by_id", "asked"."requested_at", "confirmed_by", "confirmed_by_id")
    RETURNING redaction_sentence("column_name", "removed_at", "redaction"."reason") INTO "sentence";
    IF "at"."table_name" = 'audit_entry' THEN
      UPDATE "audit_entry" SET "detail" = jsonb_set("detail", (string_to_array("at"."column_name", '.'))[2:], to_jsonb("sentence"))
        WHERE "id"::TEXT = "at"."row_id";
    ELSIF "at"."table_name" = 'release_file' THEN
      UPDATE "release_file" AS "f" SET "content" = convert_to("sentence", 'UTF8'),
          "size" = octet_length(convert_to("sentence", 'UTF8')), "sha256" = text_sha256("sentence")
        WHERE "f"."release_number" || '/' || "f"."name" = "at"."row_id";
    ELSE
      -- The positions of an array are from 1.
      EXECUTE format('UPDATE %I AS "t" SET ', "at"."table_name")
          || CASE WHEN "at"."column_name" LIKE 'other_names.%'
            THEN format('"other_names"[%s]', split_part("at"."column_name", '.', 2)::INTEGER + 1)
            ELSE quote_ident("at"."column_name") END
          || ' = $1 WHERE ' || redaction_row_sql("at"."table_name") || ' = $2'
        USING "sentence", "at"."row_id";
    END IF;
    "places" := "places" + 1;
  END LOOP;
  DELETE FROM "redaction_request" WHERE "id" = "asked"."id";
  RETURN "places";
END
$$;
