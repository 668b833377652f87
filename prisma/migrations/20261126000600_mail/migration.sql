-- Mails that people asked for: news about changes for readers, who have no account, and a digest of the team's work for
-- people with one. Rows are deleted when someone stops the mails, and unconfirmed ones after 2 days.

-- CreateTable
CREATE TABLE "mail_subscription" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "user_id" TEXT,
    "conditions" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "covered_revision" INTEGER NOT NULL DEFAULT 0,
    "covered_until" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mail_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_link" (
    "token_hash" TEXT NOT NULL,
    "subscription_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_subscription_user_id_key" ON "mail_subscription"("user_id");

-- CreateIndex
CREATE INDEX "mail_subscription_due_at_idx" ON "mail_subscription"("due_at");

-- CreateIndex
CREATE INDEX "mail_subscription_email_idx" ON "mail_subscription"("email");

-- CreateIndex
CREATE INDEX "mail_link_subscription_id_idx" ON "mail_link"("subscription_id");

-- AddForeignKey
ALTER TABLE "mail_subscription" ADD CONSTRAINT "mail_subscription_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mail_link" ADD CONSTRAINT "mail_link_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "mail_subscription"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE "mail_subscription"
  -- A reader's row has an address; the address of a person with an account is that of the account.
  ADD CONSTRAINT "mail_subscription_owner_check" CHECK (("email" IS NULL) <> ("user_id" IS NULL)),
  ADD CONSTRAINT "mail_subscription_length_check" CHECK (length("email") <= 254 AND length("conditions") <= 2000),
  ADD CONSTRAINT "mail_subscription_frequency_check" CHECK ("frequency" IN ('daily', 'weekly')),
  ADD CONSTRAINT "mail_subscription_attempts_check" CHECK ("attempts" >= 0);
ALTER TABLE "mail_link"
  ADD CONSTRAINT "mail_link_purpose_check" CHECK ("purpose" IN ('confirm', 'stop'));
