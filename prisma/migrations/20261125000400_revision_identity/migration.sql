-- A revision has an identity: a random id of its own, chained by hash to the revision before. Two databases
-- that agree on the identity of a revision agree on all revisions up to it. After a failover that lost writes
-- the same number can name another revision; the identity tells them apart.
ALTER TABLE "revision"
  ADD COLUMN "random_id" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "identity" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION "revision_hash"("before" TEXT, "number" INTEGER, "random_id" UUID, "author" TEXT, "purpose" TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN encode(sha256(convert_to(
  coalesce("before", '') || E'\n' || "number"::TEXT || E'\n' || "random_id"::TEXT || E'\n' || "author" || E'\n' || "purpose",
  'UTF8')), 'hex');

-- A new row gets its identity here. A row of a backup brings its own, which must continue the chain.
CREATE FUNCTION "chain_revision"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
DECLARE
  "chained" TEXT := revision_hash(
    (SELECT "identity" FROM "revision" WHERE "id" < NEW."id" ORDER BY "id" DESC LIMIT 1),
    NEW."id", NEW."random_id", NEW."author", NEW."purpose");
BEGIN
  IF NEW."identity" <> '' AND NEW."identity" <> "chained" THEN
    RAISE EXCEPTION 'revision % does not continue the revision before it', NEW."id"
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  NEW."identity" := "chained";
  RETURN NEW;
END
$$;

-- Identities of what is recorded already, one after the other.
ALTER TABLE "revision" DISABLE TRIGGER "revision_append_only";
DO $$
DECLARE
  "row" RECORD;
  "before" TEXT := NULL;
BEGIN
  FOR "row" IN SELECT * FROM "revision" ORDER BY "id" LOOP
    "before" := revision_hash("before", "row"."id", "row"."random_id", "row"."author", "row"."purpose");
    UPDATE "revision" SET "identity" = "before" WHERE "id" = "row"."id";
  END LOOP;
END
$$;
ALTER TABLE "revision" ENABLE ALWAYS TRIGGER "revision_append_only";

ALTER TABLE "revision" ADD CONSTRAINT "revision_identity_check" CHECK ("identity" ~ '^[0-9a-f]{64}$');
CREATE TRIGGER "revision_chained" BEFORE INSERT ON "revision"
  FOR EACH ROW EXECUTE FUNCTION "chain_revision"();
ALTER TABLE "revision" ENABLE ALWAYS TRIGGER "revision_chained";
