-- Tokens with which programs write for a person, and claims that wait for another person before they are recorded.

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_on" DATE,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "round" INTEGER NOT NULL DEFAULT 1,
    "request" JSONB NOT NULL,
    "changed" JSONB,
    "revision_id" INTEGER,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission_step" (
    "id" BIGSERIAL NOT NULL,
    "submission_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "comment" TEXT,

    CONSTRAINT "submission_step_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_user_id_idx" ON "access_token"("user_id");

-- CreateIndex
CREATE INDEX "submission_state_submitted_at_idx" ON "submission"("state", "submitted_at");

-- CreateIndex
CREATE INDEX "submission_author_id_idx" ON "submission"("author_id");

-- CreateIndex
CREATE INDEX "submission_revision_id_idx" ON "submission"("revision_id");

-- CreateIndex
CREATE INDEX "submission_step_submission_id_id_idx" ON "submission_step"("submission_id", "id");

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "submission_step" ADD CONSTRAINT "submission_step_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- What the schema language has no words for.
ALTER TABLE "access_token"
  ADD CONSTRAINT "access_token_name_check" CHECK (btrim("name") <> '' AND length("name") <= 120),
  ADD CONSTRAINT "access_token_scopes_check" CHECK (
    cardinality("scopes") > 0 AND "scopes" <@ ARRAY['read-drafts', 'record', 'judge']),
  ADD CONSTRAINT "access_token_token_hash_check" CHECK ("token_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "access_token_expires_at_check" CHECK ("expires_at" > "created_at");

ALTER TABLE "submission"
  ADD CONSTRAINT "submission_state_check" CHECK ("state" IN ('waiting', 'returned', 'accepted', 'withdrawn')),
  ADD CONSTRAINT "submission_accepted_check" CHECK (("state" = 'accepted') = ("revision_id" IS NOT NULL)),
  ADD CONSTRAINT "submission_author_check" CHECK ("author_id" <> '' AND btrim("author_name") <> '');

ALTER TABLE "submission_step"
  ADD CONSTRAINT "submission_step_kind_check" CHECK (
    "kind" IN ('sent', 'returned', 'sent-again', 'accepted', 'withdrawn'));
