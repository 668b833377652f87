-- Records that are merged into another or retired, and later names of firms. Both only grow, like the ledger.

CREATE TABLE "retirement" (
    "id" UUID NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "into" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "retirement_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "retirement_kind_subject_revision_id_key" ON "retirement"("kind", "subject", "revision_id");
CREATE INDEX "retirement_revision_id_idx" ON "retirement"("revision_id");
ALTER TABLE "retirement" ADD CONSTRAINT "retirement_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "retirement"
  ADD CONSTRAINT "retirement_kind_check" CHECK ("kind" IN ('zone', 'firm', 'tenancy', 'event', 'figure', 'source')),
  ADD CONSTRAINT "retirement_act_check" CHECK ("act" IN ('merged', 'retired', 'restored')),
  ADD CONSTRAINT "retirement_into_check" CHECK (("act" = 'merged') = ("into" IS NOT NULL) AND "into" <> "subject"),
  ADD CONSTRAINT "retirement_reason_check" CHECK (btrim("reason") <> '');

-- The row of a firm is what was recorded first.
CREATE TABLE "firm_version" (
    "id" UUID NOT NULL,
    "firm_id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "other_names" TEXT[] NOT NULL,

    CONSTRAINT "firm_version_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "firm_version_firm_id_revision_id_key" ON "firm_version"("firm_id", "revision_id");
CREATE INDEX "firm_version_name_idx" ON "firm_version"("name");
CREATE INDEX "firm_version_revision_id_idx" ON "firm_version"("revision_id");
ALTER TABLE "firm_version" ADD CONSTRAINT "firm_version_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "firm_version" ADD CONSTRAINT "firm_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "firm_version"
  ADD CONSTRAINT "firm_version_reason_check" CHECK (btrim("reason") <> ''),
  ADD CONSTRAINT "firm_version_name_check" CHECK (btrim("name") <> '');


-- Another firm may take a name that one had before; the ledger checks that no two have it at the same time.
DROP INDEX "firm_name_key";
CREATE INDEX "firm_name_idx" ON "firm"("name");

CREATE TRIGGER "retirement_append_only" BEFORE UPDATE OR DELETE ON "retirement"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "retirement_never_truncated" BEFORE TRUNCATE ON "retirement"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "firm_version_append_only" BEFORE UPDATE OR DELETE ON "firm_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "firm_version_never_truncated" BEFORE TRUNCATE ON "firm_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
ALTER TABLE "retirement" ENABLE ALWAYS TRIGGER "retirement_append_only", ENABLE ALWAYS TRIGGER "retirement_never_truncated";
ALTER TABLE "firm_version" ENABLE ALWAYS TRIGGER "firm_version_append_only", ENABLE ALWAYS TRIGGER "firm_version_never_truncated";
