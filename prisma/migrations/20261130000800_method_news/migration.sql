-- Subscribers and webhooks are told of a new method once. All that exist know method 2.

-- AlterTable
ALTER TABLE "mail_subscription" ADD COLUMN     "covered_method" INTEGER NOT NULL DEFAULT 2;
ALTER TABLE "mail_subscription" ALTER COLUMN "covered_method" DROP DEFAULT;

INSERT INTO "job" ("kind", "key", "position")
SELECT 'webhook', 'method ' || "key", 2 FROM "job" WHERE "kind" = 'webhook';
