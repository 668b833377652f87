-- Redaction: the one exception to append-only. A text that must not be kept is replaced by a sentence that says when
-- and why it was removed. Values, dates and everything else stay as they are.

-- CreateTable
CREATE TABLE "redaction_request" (
    "id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "column_name" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_by_id" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "redaction_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redaction" (
    "table_name" TEXT NOT NULL,
    "column_name" TEXT NOT NULL,
    "row_id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_by_id" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by" TEXT NOT NULL,
    "confirmed_by_id" TEXT,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "redaction_pkey" PRIMARY KEY ("table_name","column_name","row_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "redaction_request_table_name_column_name_row_id_key" ON "redaction_request"("table_name", "column_name", "row_id");

-- CreateIndex
CREATE INDEX "redaction_revision_id_idx" ON "redaction"("revision_id");

-- AddForeignKey
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the schema language has no words for. Only these columns can be redacted, all of them texts. The audit and the
-- files of releases have copies of them.
ALTER TABLE "redaction_request"
  ADD CONSTRAINT "redaction_request_place_check" CHECK (("table_name", "column_name") IN (
    ('claim', 'note'), ('claim', 'locator'), ('decision', 'reason'),
    ('source', 'title'), ('source', 'publisher'), ('source', 'url'),
    ('source_version', 'title'), ('source_version', 'publisher'), ('source_version', 'url'), ('source_version', 'reason'))),
  ADD CONSTRAINT "redaction_request_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "redaction_request_reason_check" CHECK ("reason" IN ('personal-data', 'abuse', 'confidential', 'legal-order')),
  ADD CONSTRAINT "redaction_request_requested_by_check" CHECK (btrim("requested_by") <> '' AND "requested_by_id" <> '');

-- Two people, or one person and whoever runs the machine (without an id).
ALTER TABLE "redaction"
  ADD CONSTRAINT "redaction_place_check" CHECK (("table_name", "column_name") IN (
    ('claim', 'note'), ('claim', 'locator'), ('decision', 'reason'),
    ('source', 'title'), ('source', 'publisher'), ('source', 'url'),
    ('source_version', 'title'), ('source_version', 'publisher'), ('source_version', 'url'), ('source_version', 'reason'),
    ('audit_entry', 'detail.reason'), ('audit_entry', 'detail.title'), ('release_file', 'content'))),
  ADD CONSTRAINT "redaction_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "redaction_reason_check" CHECK ("reason" IN ('personal-data', 'abuse', 'confidential', 'legal-order')),
  ADD CONSTRAINT "redaction_people_check" CHECK (
    btrim("requested_by") <> '' AND btrim("confirmed_by") <> '' AND "requested_by_id" <> '' AND "confirmed_by_id" <> ''),
  ADD CONSTRAINT "redaction_two_people_check" CHECK ("confirmed_by_id" <> "requested_by_id");

-- The sentence in place of a text. A URL cannot be a sentence: it becomes NULL.
CREATE FUNCTION "redaction_sentence"("column" TEXT, "removed_at" TIMESTAMPTZ, "reason" TEXT) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN "column" <> 'url' THEN
  CASE "column" WHEN 'content' THEN 'This file contained a text that was removed on ' ELSE 'This text was removed on ' END
    || to_char("removed_at" AT TIME ZONE 'Asia/Karachi', 'FMDD FMMonth YYYY')
    || ' (' || replace("reason", '-', ' ') || ').'
END;

CREATE FUNCTION "text_sha256"("text" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN encode(sha256(convert_to("text", 'UTF8')), 'hex');

-- The text at a place. A column is a path: `detail.reason` is the reason in the JSON of `detail`. Not for files.
CREATE FUNCTION "redactable_text"("table" TEXT, "column" TEXT, "row" TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE AS $$
DECLARE
  "found" TEXT;
BEGIN
  EXECUTE format('SELECT to_jsonb("t") #>> string_to_array($1, ''.'') FROM %I AS "t" WHERE "t"."id"::TEXT = $2', "table")
    INTO "found" USING "column", "row";
  RETURN "found";
END
$$;

-- Does an update replace one text, by the sentence of its redaction, and nothing else?
CREATE FUNCTION "is_redaction"("table" TEXT, "before" JSONB, "after" JSONB) RETURNS BOOLEAN
LANGUAGE sql STABLE
RETURN EXISTS (
  SELECT FROM "redaction" AS "r"
  WHERE "r"."table_name" = "table" AND "r"."row_id" = "before" ->> 'id'
    AND "r"."sha256" = text_sha256("before" #>> string_to_array("r"."column_name", '.'))
    AND "after" = jsonb_set("before", string_to_array("r"."column_name", '.'),
      coalesce(to_jsonb(redaction_sentence("r"."column_name", "r"."removed_at", "r"."reason")), 'null')));

CREATE OR REPLACE FUNCTION "refuse_change_of_ledger"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_redaction(TG_TABLE_NAME, to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only, % is refused: to correct a value record a new claim, to withdraw one record a decision with its reason',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE OR REPLACE FUNCTION "refuse_change_of_record"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND is_redaction(TG_TABLE_NAME, to_jsonb(OLD), to_jsonb(NEW)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only, % is refused: what was recorded stays; a change of a source is a new row of source_version',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

-- A file of a release cannot have another content under its name. It is emptied, and only the sentence is left.
CREATE OR REPLACE FUNCTION "refuse_change_of_release"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'release_file' THEN
    IF to_jsonb(OLD) - '{content,size,sha256}'::TEXT[] = to_jsonb(NEW) - '{content,size,sha256}'::TEXT[] AND EXISTS (
      SELECT FROM "redaction" AS "r"
      WHERE "r"."table_name" = 'release_file' AND "r"."row_id" = OLD."release_number" || '/' || OLD."name"
        AND "r"."sha256" = OLD."sha256"
        AND NEW."content" = convert_to(redaction_sentence("r"."column_name", "r"."removed_at", "r"."reason"), 'UTF8')
    ) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only, % is refused: a release stays as it was made; to put something right make another release',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

-- Does the place of a redaction have its sentence?
CREATE FUNCTION "is_redacted"("r" "redaction") RETURNS BOOLEAN
LANGUAGE plpgsql STABLE AS $$
DECLARE
  "sentence" TEXT := redaction_sentence("r"."column_name", "r"."removed_at", "r"."reason");
BEGIN
  IF "r"."table_name" = 'release_file' THEN
    RETURN EXISTS (
      SELECT FROM "release_file" AS "f"
      WHERE "f"."release_number" || '/' || "f"."name" = "r"."row_id" AND "f"."content" = convert_to("sentence", 'UTF8'));
  END IF;
  RETURN redactable_text("r"."table_name", "r"."column_name", "r"."row_id") IS NOT DISTINCT FROM "sentence";
END
$$;

-- Replaces the text at one place, as a request asks. SECURITY DEFINER: the app needs no right to update the ledger.
CREATE FUNCTION "redact_text"(
  "request" UUID, "table" TEXT, "column" TEXT, "row" TEXT, "revision" INTEGER, "confirmed_by" TEXT, "confirmed_by_id" TEXT
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
  -- Only the audit and files can hold the text inside a longer one.
  IF "hash" IS NULL OR ("table" NOT IN ('audit_entry', 'release_file') AND "hash" <> "asked"."sha256") THEN
    RAISE EXCEPTION 'this is not the text that the request asks to remove' USING ERRCODE = 'restrict_violation';
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

-- No row without its effect. At the end of the transaction, because a backup restores the tables one after the other.
CREATE FUNCTION "require_redacted_text"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_redacted(NEW) THEN
    RAISE EXCEPTION 'the redaction of % % % did not replace its text', NEW."table_name", NEW."column_name", NEW."row_id"
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION "refuse_change_of_redaction"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only, % is refused: a removed text stays removed', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE CONSTRAINT TRIGGER "redaction_replaces_text" AFTER INSERT ON "redaction" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "require_redacted_text"();
CREATE TRIGGER "redaction_append_only" BEFORE UPDATE OR DELETE ON "redaction"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_redaction"();
CREATE TRIGGER "redaction_never_truncated" BEFORE TRUNCATE ON "redaction"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_redaction"();
-- A request can be withdrawn, but not rewritten.
CREATE TRIGGER "redaction_request_never_updated" BEFORE UPDATE ON "redaction_request"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_redaction"();

ALTER TABLE "redaction" ENABLE ALWAYS TRIGGER "redaction_replaces_text", ENABLE ALWAYS TRIGGER "redaction_append_only",
  ENABLE ALWAYS TRIGGER "redaction_never_truncated";
ALTER TABLE "redaction_request" ENABLE ALWAYS TRIGGER "redaction_request_never_updated";
