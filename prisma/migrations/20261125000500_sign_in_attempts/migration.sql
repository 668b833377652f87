-- Sign-in attempts are counted before the password is checked: by IP address, and by account together with the
-- IP address or the known device. Failures were counted by account alone, so that anyone could block an account.

-- DropTable
DROP TABLE "sign_in_failure";

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "key_hash" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("key_hash")
);

-- CreateIndex
CREATE INDEX "sign_in_attempt_last_at_idx" ON "sign_in_attempt"("last_at");
