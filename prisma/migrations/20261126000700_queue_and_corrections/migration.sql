-- The team's queue: what people did with its items, the results of checking links, and corrections that readers
-- suggest. The items themselves are computed from the registry and are not stored.

-- CreateTable
CREATE TABLE "queue_entry" (
    "id" BIGSERIAL NOT NULL,
    "item" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "assignee_id" TEXT,
    "assignee_name" TEXT,
    "until" DATE,
    "note" TEXT,
    "undoes" BIGINT,

    CONSTRAINT "queue_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_check" (
    "id" BIGSERIAL NOT NULL,
    "source_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "checked_by" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "status" INTEGER,

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "page" TEXT NOT NULL,
    "zone" TEXT,
    "tenancy" TEXT,
    "field" TEXT,
    "message" TEXT NOT NULL,
    "link" TEXT,
    "email" TEXT,
    "outcome" TEXT,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "answered_by_id" TEXT,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "queue_entry_undoes_key" ON "queue_entry"("undoes");

-- CreateIndex
CREATE INDEX "queue_entry_item_idx" ON "queue_entry"("item");

-- CreateIndex
CREATE INDEX "link_check_source_id_id_idx" ON "link_check"("source_id", "id");

-- CreateIndex
CREATE INDEX "correction_at_idx" ON "correction"("at");

-- CreateIndex
CREATE INDEX "correction_answered_at_idx" ON "correction"("answered_at");

-- AddForeignKey
ALTER TABLE "queue_entry" ADD CONSTRAINT "queue_entry_undoes_fkey" FOREIGN KEY ("undoes") REFERENCES "queue_entry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "link_check" ADD CONSTRAINT "link_check_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the schema language has no words for.
ALTER TABLE "queue_entry"
  ADD CONSTRAINT "queue_entry_length_check" CHECK (
    length("item") BETWEEN 1 AND 400 AND length("cause") <= 400 AND length("note") BETWEEN 1 AND 2000),
  ADD CONSTRAINT "queue_entry_act_check" CHECK (CASE "act"
    WHEN 'assign' THEN ("assignee_id" IS NULL) = ("assignee_name" IS NULL) AND "until" IS NULL AND "undoes" IS NULL
    WHEN 'snooze' THEN "until" IS NOT NULL AND "note" IS NOT NULL AND "assignee_id" IS NULL AND "undoes" IS NULL
    WHEN 'comment' THEN "note" IS NOT NULL AND "assignee_id" IS NULL AND "until" IS NULL AND "undoes" IS NULL
    WHEN 'done' THEN "assignee_id" IS NULL AND "until" IS NULL AND "undoes" IS NULL
    WHEN 'undo' THEN "undoes" IS NOT NULL AND "assignee_id" IS NULL AND "until" IS NULL AND "note" IS NULL
    ELSE FALSE END);

ALTER TABLE "link_check"
  ADD CONSTRAINT "link_check_url_check" CHECK (length("url") <= 2000),
  ADD CONSTRAINT "link_check_result_check" CHECK ("result" IN ('works', 'moved', 'dead', 'unclear', 'refused')),
  ADD CONSTRAINT "link_check_status_check" CHECK ("status" BETWEEN 100 AND 999);

-- An e-mail address is kept only until the correction is answered.
ALTER TABLE "correction"
  ADD CONSTRAINT "correction_length_check" CHECK (
    length("page") BETWEEN 1 AND 500 AND length("zone") <= 120 AND length("tenancy") <= 200 AND length("field") <= 60
    AND length(btrim("message")) BETWEEN 1 AND 2000 AND length("link") <= 2000 AND length("email") <= 320
    AND length(btrim("answer")) BETWEEN 1 AND 2000),
  ADD CONSTRAINT "correction_link_check" CHECK ("link" ~* '^https?://'),
  ADD CONSTRAINT "correction_outcome_check" CHECK ("outcome" IN ('corrected', 'added', 'unchanged', 'unclear')),
  ADD CONSTRAINT "correction_answered_check" CHECK (
    ("answered_at" IS NULL) = ("outcome" IS NULL) AND ("answered_at" IS NULL) = ("answer" IS NULL)
    AND ("answered_at" IS NULL) = ("answered_by" IS NULL) AND ("answered_at" IS NULL) = ("answered_by_id" IS NULL)
    AND ("answered_at" IS NULL OR "email" IS NULL));

-- What people did in the queue and what a check found stays; undo is a further row.
CREATE FUNCTION "refuse_change_of_queue"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only, % is refused: a later row takes the place of an earlier one',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "queue_entry_append_only" BEFORE UPDATE OR DELETE ON "queue_entry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_queue"();
CREATE TRIGGER "queue_entry_never_truncated" BEFORE TRUNCATE ON "queue_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_queue"();
CREATE TRIGGER "link_check_append_only" BEFORE UPDATE OR DELETE ON "link_check"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_queue"();
CREATE TRIGGER "link_check_never_truncated" BEFORE TRUNCATE ON "link_check"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_queue"();
ALTER TABLE "queue_entry" ENABLE ALWAYS TRIGGER "queue_entry_append_only", ENABLE ALWAYS TRIGGER "queue_entry_never_truncated";
ALTER TABLE "link_check" ENABLE ALWAYS TRIGGER "link_check_append_only", ENABLE ALWAYS TRIGGER "link_check_never_truncated";
