-- Numbered releases of the data, with their files.

-- CreateTable
CREATE TABLE "release" (
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "method" INTEGER NOT NULL,
    "since_number" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "notes" TEXT,

    CONSTRAINT "release_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "release_file" (
    "release_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "records" INTEGER,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "release_file_pkey" PRIMARY KEY ("release_number","name")
);

-- CreateIndex
CREATE INDEX "release_revision_id_idx" ON "release"("revision_id");

-- CreateIndex
CREATE INDEX "release_since_number_idx" ON "release"("since_number");

-- CreateIndex
CREATE UNIQUE INDEX "release_year_sequence_key" ON "release"("year", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "release_file_release_number_sort_order_key" ON "release_file"("release_number", "sort_order");

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_since_number_fkey" FOREIGN KEY ("since_number") REFERENCES "release"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "release_file" ADD CONSTRAINT "release_file_release_number_fkey" FOREIGN KEY ("release_number") REFERENCES "release"("number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the schema language has no words for. A file answers for its own length and checksum.
ALTER TABLE "release"
  ADD CONSTRAINT "release_number_check" CHECK ("number" = "year" || '.' || "sequence"),
  ADD CONSTRAINT "release_year_check" CHECK ("year" = date_part('year', "day")),
  ADD CONSTRAINT "release_sequence_check" CHECK ("sequence" > 0),
  ADD CONSTRAINT "release_method_check" CHECK ("method" > 0),
  ADD CONSTRAINT "release_since_number_check" CHECK ("since_number" <> "number"),
  ADD CONSTRAINT "release_made_by_check" CHECK (btrim("made_by") <> ''),
  ADD CONSTRAINT "release_notes_check" CHECK (btrim("notes") <> '');

ALTER TABLE "release_file"
  ADD CONSTRAINT "release_file_name_check" CHECK ("name" ~ '^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$'),
  ADD CONSTRAINT "release_file_sort_order_check" CHECK ("sort_order" > 0),
  ADD CONSTRAINT "release_file_media_type_check" CHECK ("media_type" ~ '^[a-z]+/[a-z0-9.+-]+(; [a-z]+=[A-Za-z0-9-]+)*$'),
  ADD CONSTRAINT "release_file_records_check" CHECK ("records" >= 0),
  ADD CONSTRAINT "release_file_size_check" CHECK ("size" = octet_length("content")),
  ADD CONSTRAINT "release_file_sha256_check" CHECK ("sha256" = encode(sha256("content"), 'hex'));

-- Kept as they are: a file is read far more often than made.
ALTER TABLE "release_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;

-- A release never changes. ENABLE ALWAYS: the triggers fire in a replica's session too.
CREATE FUNCTION "refuse_change_of_release"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only, % is refused: a release stays as it was made; to put something right make another release',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

-- Nor does it grow: its files come in the transaction that makes it.
CREATE FUNCTION "refuse_later_file_of_release"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "release" WHERE "number" = NEW."release_number" AND xmin <> pg_current_xact_id()::xid
  ) THEN
    RAISE EXCEPTION 'release % is append-only, a further file is refused: a release stays as it was made; to put something right make another release',
      NEW."release_number" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "release_append_only" BEFORE UPDATE OR DELETE ON "release"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_release"();
CREATE TRIGGER "release_never_truncated" BEFORE TRUNCATE ON "release"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_release"();
CREATE TRIGGER "release_file_append_only" BEFORE UPDATE OR DELETE ON "release_file"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_release"();
CREATE TRIGGER "release_file_never_truncated" BEFORE TRUNCATE ON "release_file"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_release"();
CREATE TRIGGER "release_file_with_its_release" BEFORE INSERT ON "release_file"
  FOR EACH ROW EXECUTE FUNCTION "refuse_later_file_of_release"();

ALTER TABLE "release" ENABLE ALWAYS TRIGGER "release_append_only", ENABLE ALWAYS TRIGGER "release_never_truncated";
ALTER TABLE "release_file" ENABLE ALWAYS TRIGGER "release_file_append_only", ENABLE ALWAYS TRIGGER "release_file_never_truncated",
  ENABLE ALWAYS TRIGGER "release_file_with_its_release";
