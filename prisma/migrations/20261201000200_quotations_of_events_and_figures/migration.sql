-- The words of the source for events and national figures, as for claims.
ALTER TABLE "event"
  ADD COLUMN "quotation" TEXT,
  ADD COLUMN "quotation_lang" TEXT,
  ADD CONSTRAINT "event_quotation_check" CHECK (
    btrim("quotation") <> '' AND array_length(regexp_split_to_array(btrim("quotation"), '\s+'), 1) <= 40),
  ADD CONSTRAINT "event_quotation_lang_check" CHECK ("quotation_lang" ~ '^[a-z]{2,3}(-[A-Za-z]+)*$'),
  ADD CONSTRAINT "event_quotation_whole_check" CHECK (("quotation" IS NULL) = ("quotation_lang" IS NULL));

ALTER TABLE "event_version"
  ADD COLUMN "quotation" TEXT,
  ADD COLUMN "quotation_lang" TEXT,
  ADD CONSTRAINT "event_version_quotation_check" CHECK (
    btrim("quotation") <> '' AND array_length(regexp_split_to_array(btrim("quotation"), '\s+'), 1) <= 40),
  ADD CONSTRAINT "event_version_quotation_lang_check" CHECK ("quotation_lang" ~ '^[a-z]{2,3}(-[A-Za-z]+)*$'),
  ADD CONSTRAINT "event_version_quotation_whole_check" CHECK (("quotation" IS NULL) = ("quotation_lang" IS NULL));

ALTER TABLE "context_figure"
  ADD COLUMN "quotation" TEXT,
  ADD COLUMN "quotation_lang" TEXT,
  ADD CONSTRAINT "context_figure_quotation_check" CHECK (
    btrim("quotation") <> '' AND array_length(regexp_split_to_array(btrim("quotation"), '\s+'), 1) <= 40),
  ADD CONSTRAINT "context_figure_quotation_lang_check" CHECK ("quotation_lang" ~ '^[a-z]{2,3}(-[A-Za-z]+)*$'),
  ADD CONSTRAINT "context_figure_quotation_whole_check" CHECK (("quotation" IS NULL) = ("quotation_lang" IS NULL));

ALTER TABLE "context_figure_version"
  ADD COLUMN "quotation" TEXT,
  ADD COLUMN "quotation_lang" TEXT,
  ADD CONSTRAINT "context_figure_version_quotation_check" CHECK (
    btrim("quotation") <> '' AND array_length(regexp_split_to_array(btrim("quotation"), '\s+'), 1) <= 40),
  ADD CONSTRAINT "context_figure_version_quotation_lang_check" CHECK ("quotation_lang" ~ '^[a-z]{2,3}(-[A-Za-z]+)*$'),
  ADD CONSTRAINT "context_figure_version_quotation_whole_check" CHECK (("quotation" IS NULL) = ("quotation_lang" IS NULL));

-- They can be removed like the other texts. An entry of `other_names` has its position, from 0, behind it.
CREATE OR REPLACE FUNCTION "is_redactable"("table" TEXT, "column" TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ("table", "column") IN (
    ('claim', 'note'), ('claim', 'locator'), ('claim', 'quotation'), ('decision', 'reason'),
    ('source', 'title'), ('source', 'publisher'), ('source', 'url'), ('source', 'archived_url'),
    ('source_version', 'title'), ('source_version', 'publisher'), ('source_version', 'url'), ('source_version', 'archived_url'),
    ('source_version', 'reason'),
    ('firm', 'name'), ('firm_version', 'name'), ('firm_version', 'reason'),
    ('event', 'title'), ('event', 'body'), ('event', 'quotation'),
    ('event_version', 'title'), ('event_version', 'body'), ('event_version', 'quotation'), ('event_version', 'reason'),
    ('context_figure', 'label'), ('context_figure', 'statement'), ('context_figure', 'source_note'), ('context_figure', 'quotation'),
    ('context_figure_version', 'label'), ('context_figure_version', 'statement'), ('context_figure_version', 'source_note'),
    ('context_figure_version', 'quotation'), ('context_figure_version', 'reason'), ('retirement', 'reason'))
  OR ("table" = 'firm_version' AND "column" ~ '^other_names\.\d{1,2}$');
