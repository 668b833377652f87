-- One file of a source: a PDF or a picture of what it says. It can be replaced and removed; the audit log keeps its checksum.

-- CreateTable
CREATE TABLE "source_file" (
    "source_id" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "pages" TEXT,
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "added_by" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "source_file_pkey" PRIMARY KEY ("source_id")
);

-- AddForeignKey
ALTER TABLE "source_file" ADD CONSTRAINT "source_file_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the schema language has no words for. A file answers for its own length and checksum, and its first bytes for its type.
ALTER TABLE "source_file"
  ADD CONSTRAINT "source_file_media_type_check" CHECK (CASE "media_type"
    WHEN 'application/pdf' THEN substring("content" FOR 5) = '\x255044462d'
    WHEN 'image/png' THEN substring("content" FOR 8) = '\x89504e470d0a1a0a'
    WHEN 'image/jpeg' THEN substring("content" FOR 3) = '\xffd8ff'
    WHEN 'image/webp' THEN substring("content" FOR 4) = '\x52494646' AND substring("content" FROM 9 FOR 4) = '\x57454250'
    ELSE FALSE END),
  ADD CONSTRAINT "source_file_size_check" CHECK ("size" = octet_length("content") AND "size" <= 10485760),
  ADD CONSTRAINT "source_file_sha256_check" CHECK ("sha256" = encode(sha256("content"), 'hex')),
  ADD CONSTRAINT "source_file_pages_check" CHECK (length(btrim("pages")) BETWEEN 1 AND 60),
  ADD CONSTRAINT "source_file_added_by_check" CHECK (btrim("added_by") <> '');
ALTER TABLE "source_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;

ALTER TABLE "redaction"
  DROP CONSTRAINT "redaction_place_check",
  ADD CONSTRAINT "redaction_place_check" CHECK (
    is_redactable("table_name", "column_name")
    OR ("table_name", "column_name") IN (
      ('audit_entry', 'detail.reason'), ('audit_entry', 'detail.title'), ('release_file', 'content'), ('source_file', 'content')));

-- Does the place of a redaction have its sentence? The file of a source is gone.
CREATE OR REPLACE FUNCTION "is_redacted"("r" "redaction") RETURNS BOOLEAN
LANGUAGE plpgsql STABLE AS $$
DECLARE
  "sentence" TEXT := redaction_sentence("r"."column_name", "r"."removed_at", "r"."reason");
BEGIN
  IF "r"."table_name" = 'release_file' THEN
    RETURN EXISTS (
      SELECT FROM "release_file" AS "f"
      WHERE "f"."release_number" || '/' || "f"."name" = "r"."row_id" AND "f"."content" = convert_to("sentence", 'UTF8'));
  END IF;
  IF "r"."table_name" = 'source_file' THEN
    RETURN NOT EXISTS (SELECT FROM "source_file" AS "f" WHERE "f"."source_id" || '/' || "f"."sha256" = "r"."row_id");
  END IF;
  RETURN redactable_text("r"."table_name", "r"."column_name", "r"."row_id") IS NOT DISTINCT FROM "sentence";
END
$$;

-- The places of a text and its copies in the ledger, in the audit log and in files of releases. A file counts if it has the text, as
-- CSV, JSON or plain text write it, and the id of what it belongs to. A workbook is compressed: it counts if another file of its
-- release does. The file of a source counts with any text of the source but the reason of a change: what it has cannot be searched.
CREATE OR REPLACE FUNCTION "copies_of_text"("table" TEXT, "column" TEXT, "row" TEXT)
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
  RETURN QUERY SELECT 'source_file', 'content', "f"."source_id" || '/' || "f"."sha256" FROM "source_file" AS "f"
    WHERE "own"."subject_kind" = 'source' AND "own"."part" <> 'reason' AND "f"."source_id" = "own"."subject_id";
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

-- Replaces the text of a request and all its copies, and ends the request. SECURITY DEFINER: the app needs no right to update the
-- ledger, and can remove no place that is not a copy.
CREATE OR REPLACE FUNCTION "remove_text"("request" UUID, "revision" INTEGER, "confirmed_by" TEXT, "confirmed_by_id" TEXT) RETURNS INTEGER
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
        WHEN 'source_file' THEN split_part("at"."row_id", '/', 2)
        ELSE text_sha256(redactable_text("at"."table_name", "at"."column_name", "at"."row_id"))
      END,
      "asked"."reason", "asked"."requested_by", "asked"."requested_by_id", "asked"."requested_at", "confirmed_by", "confirmed_by_id")
    RETURNING redaction_sentence("column_name", "removed_at", "redaction"."reason") INTO "sentence";
    IF "at"."table_name" = 'audit_entry' THEN
      UPDATE "audit_entry" SET "detail" = jsonb_set("detail", (string_to_array("at"."column_name", '.'))[2:], to_jsonb("sentence"))
        WHERE "id"::TEXT = "at"."row_id";
    ELSIF "at"."table_name" = 'source_file' THEN
      DELETE FROM "source_file" AS "f" WHERE "f"."source_id" || '/' || "f"."sha256" = "at"."row_id";
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
