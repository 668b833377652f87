-- One queue for what is sent to others, in place of the due times of mails and the positions of webhooks. What waits moves along.

-- CreateTable
CREATE TABLE "job" (
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "attempt_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "job_pkey" PRIMARY KEY ("kind", "key")
);

-- CreateIndex
CREATE INDEX "job_kind_attempt_at_idx" ON "job"("kind", "attempt_at");

ALTER TABLE "job"
  ADD CONSTRAINT "job_kind_check" CHECK ("kind" IN ('mail', 'webhook')),
  ADD CONSTRAINT "job_times_check" CHECK (("due_at" IS NULL) = ("attempt_at" IS NULL)),
  ADD CONSTRAINT "job_attempts_check" CHECK ("attempts" >= 0);

INSERT INTO "job" ("kind", "key", "due_at", "attempt_at", "attempts")
SELECT 'mail', "id"::text, "due_at", "due_at", "attempts" FROM "mail_subscription" WHERE "due_at" IS NOT NULL;

INSERT INTO "job" ("kind", "key", "due_at", "attempt_at", "attempts", "position")
SELECT 'webhook', "address_hash", "due_at", "due_at", "attempts", "revision" FROM "webhook_position";

-- DropIndex
DROP INDEX "mail_subscription_due_at_idx";

-- AlterTable
ALTER TABLE "mail_subscription" DROP COLUMN "attempts",
DROP COLUMN "due_at";

-- DropTable
DROP TABLE "webhook_position";
