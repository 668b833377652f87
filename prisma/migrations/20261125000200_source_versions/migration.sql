-- Sources with their history: the row of a source is what was recorded first and stays as it is; every
-- change since is a row of its own, with the revision that made it and why.

-- CreateTable
CREATE TABLE "source_version" (
    "id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "url" TEXT,
    "published_on" TEXT,
    "published_on_estimated" BOOLEAN NOT NULL,
    "accessed" DATE,
    "kind" TEXT NOT NULL,

    CONSTRAINT "source_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "source_version_source_id_revision_id_key" ON "source_version"("source_id", "revision_id");

-- CreateIndex
CREATE INDEX "source_version_revision_id_idx" ON "source_version"("revision_id");

-- AddForeignKey
ALTER TABLE "source_version" ADD CONSTRAINT "source_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source_version" ADD CONSTRAINT "source_version_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the schema language has no words for.
ALTER TABLE "source_version"
  ADD CONSTRAINT "source_version_reason_check" CHECK (btrim("reason") <> ''),
  ADD CONSTRAINT "source_version_title_check" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "source_version_publisher_check" CHECK (btrim("publisher") <> ''),
  ADD CONSTRAINT "source_version_url_check" CHECK ("url" ~ '^https?://'),
  ADD CONSTRAINT "source_version_published_on_check" CHECK (is_partial_date("published_on")),
  ADD CONSTRAINT "source_version_kind_check" CHECK ("kind" IN ('government', 'news', 'research', 'encyclopedia', 'forum', 'brief', 'compiler'));

-- What a permalink shows beside the claims only grows too.
CREATE FUNCTION "refuse_change_of_record"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only, % is refused: what was recorded stays; a change of a source is a new row of source_version',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "source_append_only" BEFORE UPDATE OR DELETE ON "source"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "source_never_truncated" BEFORE TRUNCATE ON "source"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "source_version_append_only" BEFORE UPDATE OR DELETE ON "source_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "source_version_never_truncated" BEFORE TRUNCATE ON "source_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "event_never_truncated" BEFORE TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "event_zone_append_only" BEFORE UPDATE OR DELETE ON "event_zone"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "event_zone_never_truncated" BEFORE TRUNCATE ON "event_zone"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "context_figure_append_only" BEFORE UPDATE OR DELETE ON "context_figure"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "context_figure_never_truncated" BEFORE TRUNCATE ON "context_figure"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();

ALTER TABLE "source" ENABLE ALWAYS TRIGGER "source_append_only", ENABLE ALWAYS TRIGGER "source_never_truncated";
ALTER TABLE "source_version" ENABLE ALWAYS TRIGGER "source_version_append_only", ENABLE ALWAYS TRIGGER "source_version_never_truncated";
ALTER TABLE "event" ENABLE ALWAYS TRIGGER "event_append_only", ENABLE ALWAYS TRIGGER "event_never_truncated";
ALTER TABLE "event_zone" ENABLE ALWAYS TRIGGER "event_zone_append_only", ENABLE ALWAYS TRIGGER "event_zone_never_truncated";
ALTER TABLE "context_figure" ENABLE ALWAYS TRIGGER "context_figure_append_only", ENABLE ALWAYS TRIGGER "context_figure_never_truncated";
