-- Articles of watched feeds that name a zone or a firm, and how reading each feed went.

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "normalized_link" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "published_on" DATE,
    "names" TEXT[],
    "feed" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "state" TEXT NOT NULL DEFAULT 'open',
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "decided_by_name" TEXT,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed" (
    "key" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "succeeded_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "status" INTEGER,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "article_normalized_link_key" ON "article"("normalized_link");

-- CreateIndex
CREATE INDEX "article_state_seen_at_idx" ON "article"("state", "seen_at");

ALTER TABLE "article"
  ADD CONSTRAINT "article_length_check" CHECK (
    length("link") <= 2000 AND length("title") BETWEEN 1 AND 300 AND cardinality("names") > 0),
  ADD CONSTRAINT "article_link_check" CHECK ("link" ~* '^https?://'),
  ADD CONSTRAINT "article_state_check" CHECK ("state" IN ('open', 'dismissed', 'recorded'));

ALTER TABLE "feed"
  ADD CONSTRAINT "feed_key_check" CHECK ("key" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "feed_failure_check" CHECK (
    "failure" IN ('address', 'redirects', 'slow', 'unreachable', 'status', 'size', 'format'));

ALTER TABLE "job"
  DROP CONSTRAINT "job_kind_check",
  ADD CONSTRAINT "job_kind_check" CHECK ("kind" IN ('mail', 'webhook', 'feed'));
