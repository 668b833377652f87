-- The archived copy of a source's page can be removed like its link. A copy of a text can be removed only after the
-- text itself, by the same revision, where such copies can be, and only if it has the text.

ALTER TABLE "redaction_request"
  DROP CONSTRAINT "redaction_request_place_check",
  ADD CONSTRAINT "redaction_request_place_check" CHECK (("table_name", "column_name") IN (
    ('claim', 'note'), ('claim', 'locator'), ('claim', 'quotation'), ('decision', 'reason'),
    ('source', 'title'), ('source', 'publisher'), ('source', 'url'), ('source', 'archived_url'),
    ('source_version', 'title'), ('source_version', 'publisher'), ('source_version', 'url'), ('source_version', 'archived_url'),
    ('source_version', 'reason')));
-- Whoever confirms without an account, on the machine, is named and is not the person who asked.
ALTER TABLE "redaction"
  DROP CONSTRAINT "redaction_two_people_check",
  ADD CONSTRAINT "redaction_two_people_check" CHECK (
    CASE WHEN "confirmed_by_id" IS NULL THEN lower(btrim("confirmed_by")) <> lower(btrim("requested_by"))
    ELSE "confirmed_by_id" <> "requested_by_id" END),
  DROP CONSTRAINT "redaction_place_check",
  ADD CONSTRAINT "redaction_place_check" CHECK (("table_name", "column_name") IN (
    ('claim', 'note'), ('claim', 'locator'), ('claim', 'quotation'), ('decision', 'reason'),
    ('source', 'title'), ('source', 'publisher'), ('source', 'url'), ('source', 'archived_url'),
    ('source_version', 'title'), ('source_version', 'publisher'), ('source_version', 'url'), ('source_version', 'archived_url'),
    ('source_version', 'reason'),
    ('audit_entry', 'detail.reason'), ('audit_entry', 'detail.title'), ('release_file', 'content')));

-- The sentence in place of a text. A URL cannot be a sentence: it becomes NULL.
CREATE OR REPLACE FUNCTION "redaction_sentence"("column" TEXT, "removed_at" TIMESTAMPTZ, "reason" TEXT) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN "column" NOT IN ('url', 'archived_url') THEN
  CASE "column" WHEN 'content' THEN 'This file contained a text that was removed on ' ELSE 'This text was removed on ' END
    || to_char("removed_at" AT TIME ZONE 'Asia/Karachi', 'FMDD FMMonth YYYY')
    || ' (' || replace("reason", '-', ' ') || ').'
END;

-- Does a file have a text, as CSV, JSON or plain text write it?
CREATE FUNCTION "file_has_text"("content" BYTEA, "text" TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN position(convert_to("text", 'UTF8') IN "content") > 0
  OR position(convert_to(replace("text", '"', '""'), 'UTF8') IN "content") > 0
  OR position(convert_to(regexp_replace(to_json("text")::TEXT, '^"|"$', '', 'g'), 'UTF8') IN "content") > 0;

-- Is a place a copy of the text of a request, and did the revision already remove the text itself?
CREATE FUNCTION "is_copy_of_removed"(
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

DROP FUNCTION "redact_text"(UUID, TEXT, TEXT, TEXT, INTEGER, TEXT, TEXT);

-- Replaces the text of a request, or a copy of it, at one place. The text comes along, because its own place loses it
-- first. SECURITY DEFINER: the app needs no right to update the ledger.
CREATE FUNCTION "redact_text"(
  "request" UUID, "text" TEXT, "table" TEXT, "column" TEXT, "row" TEXT, "revision" INTEGER, "confirmed_by" TEXT, "confirmed_by_id" TEXT
) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  "asked" "redaction_request" := (SELECT "r" FROM "redaction_request" AS "r" WHERE "r"."id" = "request");
  "hash" TEXT;
  "sentence" TEXT;
BEGIN
  IF "asked"."id" IS NULL THEN
    RAISE EXCEPTION 'no request asks to remove this text' USING ERRCODE = 'restrict_violation';
  END IF;
  IF "table" = 'release_file' THEN
    "hash" := (SELECT "f"."sha256" FROM "release_file" AS "f" WHERE "f"."release_number" || '/' || "f"."name" = "row");
  ELSE
    "hash" := text_sha256(redactable_text("table", "column", "row"));
  END IF;
  IF text_sha256("text") IS DISTINCT FROM "asked"."sha256" OR "hash" IS NULL THEN
    RAISE EXCEPTION 'this is not the text that the request asks to remove' USING ERRCODE = 'restrict_violation';
  END IF;
  IF ("table", "column", "row") = ("asked"."table_name", "asked"."column_name", "asked"."row_id") THEN
    IF "hash" <> "asked"."sha256" THEN
      RAISE EXCEPTION 'this is not the text that the request asks to remove' USING ERRCODE = 'restrict_violation';
    END IF;
  ELSIF NOT is_copy_of_removed("asked", "text", "table", "column", "row", "revision") THEN
    RAISE EXCEPTION 'this is not a copy of the text that this revision removed' USING ERRCODE = 'restrict_violation';
  END IF;
  INSERT INTO "redaction"
    ("table_name", "column_name", "row_id", "revision_id", "sha256", "reason",
     "requested_by", "requested_by_id", "requested_at", "confirmed_by", "confirmed_by_id")
  VALUES ("table", "column", "row", "revision", "hash", "asked"."reason",
    "asked"."requested_by", "asked"."requested_by_id", "asked"."requested_at", "confirmed_by", "confirmed_by_id")
  RETURNING redaction_sentence("column_name", "removed_at", "reason") INTO "sentence";
  IF "table" = 'audit_entry' THEN
    UPDATE "audit_entry" SET "detail" = jsonb_set("detail", (string_to_array("column", '.'))[2:], to_jsonb("sentence"))
      WHERE "id"::TEXT = "row";
  ELSIF "table" = 'release_file' THEN
    UPDATE "release_file" AS "f" SET "content" = convert_to("sentence", 'UTF8'),
        "size" = octet_length(convert_to("sentence", 'UTF8')), "sha256" = text_sha256("sentence")
      WHERE "f"."release_number" || '/' || "f"."name" = "row";
  ELSE
    EXECUTE format('UPDATE %I SET %I = $1 WHERE "id"::TEXT = $2', "table", "column") USING "sentence", "row";
  END IF;
END
$$;
