-- Texts of firms, events, national figures and retirements can be removed too, and copies of claims that a merge made.

-- The columns that can be redacted, all of them texts. An entry of `other_names` has its position, from 0, behind it.
CREATE FUNCTION "is_redactable"("table" TEXT, "column" TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ("table", "column") IN (
    ('claim', 'note'), ('claim', 'locator'), ('claim', 'quotation'), ('decision', 'reason'),
    ('source', 'title'), ('source', 'publisher'), ('source', 'url'), ('source', 'archived_url'),
    ('source_version', 'title'), ('source_version', 'publisher'), ('source_version', 'url'), ('source_version', 'archived_url'),
    ('source_version', 'reason'),
    ('firm', 'name'), ('firm_version', 'name'), ('firm_version', 'reason'),
    ('event', 'title'), ('event', 'body'),
    ('event_version', 'title'), ('event_version', 'body'), ('event_version', 'reason'),
    ('context_figure', 'label'), ('context_figure', 'statement'), ('context_figure', 'source_note'),
    ('context_figure_version', 'label'), ('context_figure_version', 'statement'), ('context_figure_version', 'source_note'),
    ('context_figure_version', 'reason'), ('retirement', 'reason'))
  OR ("table" = 'firm_version' AND "column" ~ '^other_names\.\d{1,2}$');

ALTER TABLE "redaction_request"
  DROP CONSTRAINT "redaction_request_place_check",
  ADD CONSTRAINT "redaction_request_place_check" CHECK (is_redactable("table_name", "column_name"));
ALTER TABLE "redaction"
  DROP CONSTRAINT "redaction_place_check",
  ADD CONSTRAINT "redaction_place_check" CHECK (
    is_redactable("table_name", "column_name")
    OR ("table_name", "column_name") IN (('audit_entry', 'detail.reason'), ('audit_entry', 'detail.title'), ('release_file', 'content')));

-- The name of a row in `row_id`: its id or key; a version without an id has the key of its record and its revision.
CREATE FUNCTION "redaction_row"("table" TEXT, "row" JSONB) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE "table"
  WHEN 'event_version' THEN ("row" ->> 'event_id') || '@' || ("row" ->> 'revision_id')
  WHEN 'context_figure' THEN "row" ->> 'key'
  WHEN 'context_figure_version' THEN ("row" ->> 'key') || '@' || ("row" ->> 'revision_id')
  ELSE "row" ->> 'id'
END;

-- The same as an expression on the row "t"; an id is not converted with its whole row.
CREATE FUNCTION "redaction_row_sql"("table" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN "table" IN ('event_version', 'context_figure', 'context_figure_version')
  THEN format('redaction_row(%L, to_jsonb("t"))', "table") ELSE '"t"."id"::TEXT' END;

-- The text at a place. A column is a path: `detail.reason` is the reason in the JSON of `detail`. Not for files.
CREATE OR REPLACE FUNCTION "redactable_text"("table" TEXT, "column" TEXT, "row" TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE AS $$
DECLARE
  "found" TEXT;
BEGIN
  EXECUTE format('SELECT to_jsonb("t") #>> string_to_array($1, ''.'') FROM %I AS "t" WHERE ', "table")
      || redaction_row_sql("table") || ' = $2'
    INTO "found" USING "column", "row";
  RETURN "found";
END
$$;

-- Does an update replace one text, by the sentence of its redaction, and nothing else?
CREATE OR REPLACE FUNCTION "is_redaction"("table" TEXT, "before" JSONB, "after" JSONB) RETURNS BOOLEAN
LANGUAGE sql STABLE
RETURN EXISTS (
  SELECT FROM "redaction" AS "r"
  WHERE "r"."table_name" = "table" AND "r"."row_id" = redaction_row("table", "before")
    AND "r"."sha256" = text_sha256("before" #>> string_to_array("r"."column_name", '.'))
    AND "after" = jsonb_set("before", string_to_array("r"."column_name", '.'),
      coalesce(to_jsonb(redaction_sentence("r"."column_name", "r"."removed_at", "r"."reason")), 'null')));

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
  -- The firm, event or figure of the text, if it belongs to one.
  "record" TEXT := CASE
    WHEN "asked"."table_name" IN ('firm', 'event', 'context_figure') THEN "asked"."row_id"
    WHEN "asked"."table_name" = 'firm_version' THEN (SELECT "v"."firm_id" FROM "firm_version" AS "v" WHERE "v"."id"::TEXT = "asked"."row_id")
    WHEN "asked"."table_name" IN ('event_version', 'context_figure_version') THEN regexp_replace("asked"."row_id", '@\d+$', '')
  END;
  "is_of_firm" BOOLEAN := "asked"."table_name" IN ('firm', 'firm_version') AND "asked"."column_name" <> 'reason';
  -- The revision that wrote a reason.
  "written" INTEGER := CASE "asked"."table_name"
    WHEN 'decision' THEN (SELECT "d"."revision_id" FROM "decision" AS "d" WHERE "d"."id"::TEXT = "asked"."row_id")
    WHEN 'source_version' THEN (SELECT "v"."revision_id" FROM "source_version" AS "v" WHERE "v"."id"::TEXT = "asked"."row_id")
    WHEN 'firm_version' THEN (SELECT "v"."revision_id" FROM "firm_version" AS "v" WHERE "v"."id"::TEXT = "asked"."row_id")
    WHEN 'retirement' THEN (SELECT "v"."revision_id" FROM "retirement" AS "v" WHERE "v"."id"::TEXT = "asked"."row_id")
    WHEN 'event_version' THEN substring("asked"."row_id" FROM '\d+$')::INTEGER
    WHEN 'context_figure_version' THEN substring("asked"."row_id" FROM '\d+$')::INTEGER
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
    -- A merge makes decisions that have its reason behind the one before.
    WHEN 'decision' THEN EXISTS (
      SELECT FROM "decision" AS "d" WHERE "d"."id"::TEXT = "row" AND "d"."revision_id" = "written" AND CASE "asked"."table_name"
        WHEN 'decision' THEN "d"."reason" = "text"
        WHEN 'retirement' THEN position("text" IN "d"."reason") > 0
      END)
    WHEN 'retirement' THEN "asked"."table_name" = 'retirement' AND EXISTS (
      SELECT FROM "retirement" AS "o" WHERE "o"."id"::TEXT = "row" AND "o"."revision_id" = "written" AND "o"."reason" = "text")
    WHEN 'firm' THEN "is_of_firm" AND "row" = "record" AND redactable_text("table", "column", "row") = "text"
    WHEN 'firm_version' THEN "is_of_firm" AND "column" <> 'reason' AND redactable_text("table", "column", "row") = "text"
      AND EXISTS (SELECT FROM "firm_version" AS "v" WHERE "v"."id"::TEXT = "row" AND "v"."firm_id" = "record")
    WHEN 'event' THEN "asked"."table_name" IN ('event', 'event_version') AND "column" = "asked"."column_name" AND "row" = "record"
      AND redactable_text("table", "column", "row") = "text"
    WHEN 'event_version' THEN "asked"."table_name" IN ('event', 'event_version') AND "column" = "asked"."column_name"
      AND "column" <> 'reason' AND regexp_replace("row", '@\d+$', '') = "record" AND redactable_text("table", "column", "row") = "text"
    WHEN 'context_figure' THEN "asked"."table_name" IN ('context_figure', 'context_figure_version')
      AND "column" = "asked"."column_name" AND "row" = "record" AND redactable_text("table", "column", "row") = "text"
    WHEN 'context_figure_version' THEN "asked"."table_name" IN ('context_figure', 'context_figure_version')
      AND "column" = "asked"."column_name" AND "column" <> 'reason' AND regexp_replace("row", '@\d+$', '') = "record"
      AND redactable_text("table", "column", "row") = "text"
    WHEN 'source' THEN "column" = "asked"."column_name" AND "row" = "source"
      AND redactable_text("table", "column", "row") = "text"
    WHEN 'source_version' THEN "column" = "asked"."column_name" AND "column" <> 'reason'
      AND redactable_text("table", "column", "row") = "text"
      AND EXISTS (SELECT FROM "source_version" AS "v" WHERE "v"."id"::TEXT = "row" AND "v"."source_id" = "source")
    WHEN 'audit_entry' THEN EXISTS (
      SELECT FROM "audit_entry" AS "e"
      WHERE "e"."id"::TEXT = "row" AND CASE "column"
        WHEN 'detail.title' THEN "e"."detail" ->> 'title' = "text" AND CASE "e"."action"
          WHEN 'source-added' THEN "asked"."column_name" = 'title' AND "e"."subject" = "source"
          WHEN 'event-added' THEN "asked"."table_name" IN ('event', 'event_version') AND "asked"."column_name" = 'title'
            AND "e"."subject" = "record"
          WHEN 'figure-added' THEN "asked"."table_name" IN ('context_figure', 'context_figure_version')
            AND "asked"."column_name" = 'label' AND "e"."subject" = "record"
          WHEN 'firm-added' THEN "is_of_firm" AND "e"."subject" = "record"
          WHEN 'tenancy-added' THEN "is_of_firm"
            AND EXISTS (SELECT FROM "tenancy" AS "o" WHERE "o"."id" = "e"."subject" AND "o"."firm_id" = "record")
        END
        WHEN 'detail.reason' THEN "asked"."column_name" = 'reason' AND "e"."revision_id" = "written" AND
          -- An entry about decisions has all their reasons in one text.
          CASE "asked"."table_name"
            WHEN 'decision' THEN "e"."action" = 'decisions-recorded' AND position("text" IN "e"."detail" ->> 'reason') > 0
            ELSE "e"."detail" ->> 'reason' = "text" AND "e"."action" = ANY (CASE "asked"."table_name"
              WHEN 'source_version' THEN ARRAY['source-changed']
              WHEN 'firm_version' THEN ARRAY['firm-changed']
              WHEN 'event_version' THEN ARRAY['event-changed']
              WHEN 'context_figure_version' THEN ARRAY['figure-changed']
              WHEN 'retirement' THEN ARRAY['record-merged', 'record-retired', 'record-restored']
            END)
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

-- Replaces the text of a request, or a copy of it, at one place. The text comes along, because its own place loses it
-- first. SECURITY DEFINER: the app needs no right to update the ledger.
CREATE OR REPLACE FUNCTION "redact_text"(
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
    -- The positions of an array are from 1.
    EXECUTE format('UPDATE %I AS "t" SET ', "table")
        || CASE WHEN "column" LIKE 'other_names.%' THEN format('"other_names"[%s]', split_part("column", '.', 2)::INTEGER + 1)
          ELSE quote_ident("column") END
        || ' = $1 WHERE ' || redaction_row_sql("table") || ' = $2'
      USING "sentence", "row";
  END IF;
END
$$;

-- The names and places of firms only grow too, so that a name goes by a redaction alone.
CREATE TRIGGER "firm_append_only" BEFORE UPDATE OR DELETE ON "firm"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "firm_never_truncated" BEFORE TRUNCATE ON "firm"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "tenancy_append_only" BEFORE UPDATE OR DELETE ON "tenancy"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "tenancy_never_truncated" BEFORE TRUNCATE ON "tenancy"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
ALTER TABLE "firm" ENABLE ALWAYS TRIGGER "firm_append_only", ENABLE ALWAYS TRIGGER "firm_never_truncated";
ALTER TABLE "tenancy" ENABLE ALWAYS TRIGGER "tenancy_append_only", ENABLE ALWAYS TRIGGER "tenancy_never_truncated";
