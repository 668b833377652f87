-- The last step of time whose code of the authenticator app was accepted: each code works once.
ALTER TABLE "two_factor" ADD COLUMN "last_step" INTEGER NOT NULL DEFAULT 0;

-- Tokens end with the account or the right to record, and do not come back with them.
UPDATE "access_token" AS "t" SET "revoked_at" = now()
FROM "user" AS "u"
WHERE "u"."id" = "t"."user_id" AND "t"."revoked_at" IS NULL AND ("u"."closed_at" IS NOT NULL OR "u"."role" = 'reader');
