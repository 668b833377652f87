-- How far the messages to each address of the setting WEBHOOK_URLS have come.

-- CreateTable
CREATE TABLE "webhook_position" (
    "address_hash" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "webhook_position_pkey" PRIMARY KEY ("address_hash")
);

ALTER TABLE "webhook_position"
  ADD CONSTRAINT "webhook_position_hash_check" CHECK ("address_hash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "webhook_position_attempts_check" CHECK ("attempts" >= 0);
