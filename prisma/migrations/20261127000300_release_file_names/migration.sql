-- The name of a file of a release may begin with a full stop: Zenodo reads `.zenodo.json`.
ALTER TABLE "release_file"
  DROP CONSTRAINT "release_file_name_check",
  ADD CONSTRAINT "release_file_name_check" CHECK ("name" ~ '^\.?[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$');
