-- The names of a zone in Urdu and Chinese.
ALTER TABLE "zone"
  ADD COLUMN "name_ur" TEXT,
  ADD COLUMN "name_zh" TEXT,
  ADD CONSTRAINT "zone_name_ur_check" CHECK (btrim("name_ur") <> ''),
  ADD CONSTRAINT "zone_name_zh_check" CHECK (btrim("name_zh") <> '');
