-- Failures in the audit: failed and blocked sign-ins, and refused changes. Anybody can cause them, so they are
-- counted by the hour, limited in number and deleted after some time. The audit of what was done stays append-only.

-- CreateTable
CREATE TABLE "audit_failure" (
    "key" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "address" TEXT,

    CONSTRAINT "audit_failure_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "audit_failure_id_idx" ON "audit_failure"("id");

-- CreateIndex
CREATE INDEX "audit_failure_last_at_idx" ON "audit_failure"("last_at");

-- CreateIndex
CREATE INDEX "audit_failure_action_first_at_idx" ON "audit_failure"("action", "first_at");

ALTER TABLE "audit_failure"
  ADD CONSTRAINT "audit_failure_count_check" CHECK ("count" > 0),
  ADD CONSTRAINT "audit_failure_times_check" CHECK ("last_at" >= "first_at"),
  ADD CONSTRAINT "audit_failure_length_check" CHECK (
    length("actor_name") <= 200 AND length("subject") <= 320 AND length("address") <= 200
    AND length("detail"::TEXT) <= 1000),
  ADD CONSTRAINT "audit_failure_action_check" CHECK ("action" ~ '^[a-z]+(-[a-z]+)*$'),
  ADD CONSTRAINT "audit_failure_detail_check" CHECK (jsonb_typeof("detail") = 'object');

-- Failures that earlier versions kept for ever move over, one by one.
INSERT INTO "audit_failure"
  ("key", "id", "first_at", "last_at", "count", "actor_id", "actor_name", "action", "subject", "detail", "address")
SELECT 'moved ' || "id", "id", "at", "at", 1, "actor_id", left("actor_name", 200), "action", left("subject", 320), "detail",
  left("address", 200)
FROM "audit_entry" WHERE "action" IN ('sign-in-failed', 'sign-in-blocked');
ALTER TABLE "audit_entry" DISABLE TRIGGER "audit_entry_append_only";
DELETE FROM "audit_entry" WHERE "action" IN ('sign-in-failed', 'sign-in-blocked');
ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER "audit_entry_append_only";

-- What anybody can cause is never kept for ever.
ALTER TABLE "audit_entry"
  ADD CONSTRAINT "audit_entry_no_failure_check"
    CHECK ("action" NOT IN ('sign-in-failed', 'sign-in-blocked', 'change-refused'));
