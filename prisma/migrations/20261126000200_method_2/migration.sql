-- Method 2: what a claim keeps of its source's words, money as the source has it, versions of events and national
-- figures, and the new fields of zones.

ALTER TABLE "claim"
  ADD COLUMN "decline" BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN "quotation" TEXT,
  ADD COLUMN "quotation_lang" TEXT,
  ADD COLUMN "last_seen_on" DATE,
  ADD COLUMN "amount" DOUBLE PRECISION,
  ADD COLUMN "currency" TEXT;

ALTER TABLE "claim"
  DROP CONSTRAINT "claim_origin_check",
  ADD CONSTRAINT "claim_origin_check" CHECK ("origin" IN ('official', 'developer', 'tenant', 'independent', 'inference')),
  ADD CONSTRAINT "claim_quotation_check" CHECK (
    btrim("quotation") <> '' AND array_length(regexp_split_to_array(btrim("quotation"), '\s+'), 1) <= 40),
  ADD CONSTRAINT "claim_quotation_lang_check" CHECK ("quotation_lang" ~ '^[a-z]{2,3}(-[A-Za-z]+)*$'),
  ADD CONSTRAINT "claim_quotation_whole_check" CHECK (("quotation" IS NULL) = ("quotation_lang" IS NULL)),
  ADD CONSTRAINT "claim_amount_check" CHECK ("amount" > '-Infinity' AND "amount" < 'Infinity'),
  ADD CONSTRAINT "claim_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "claim_money_whole_check" CHECK (("amount" IS NULL) = ("currency" IS NULL));

ALTER TABLE "source" ADD COLUMN "archived_url" TEXT;
ALTER TABLE "source"
  DROP CONSTRAINT "source_kind_check",
  ADD CONSTRAINT "source_kind_check" CHECK ("kind" IN ('government', 'utility-notice', 'news', 'research', 'encyclopedia', 'forum', 'brief', 'compiler')),
  ADD CONSTRAINT "source_archived_url_check" CHECK ("archived_url" ~ '^https?://');
ALTER TABLE "source_version" ADD COLUMN "archived_url" TEXT;
ALTER TABLE "source_version"
  DROP CONSTRAINT "source_version_kind_check",
  ADD CONSTRAINT "source_version_kind_check" CHECK ("kind" IN ('government', 'utility-notice', 'news', 'research', 'encyclopedia', 'forum', 'brief', 'compiler')),
  ADD CONSTRAINT "source_version_archived_url_check" CHECK ("archived_url" ~ '^https?://');

-- A national figure can be a statement without a number.
ALTER TABLE "context_figure"
  ALTER COLUMN "value" DROP NOT NULL,
  ALTER COLUMN "unit" DROP NOT NULL,
  ADD COLUMN "statement" TEXT;
ALTER TABLE "context_figure"
  DROP CONSTRAINT "context_figure_constraint_check",
  ADD CONSTRAINT "context_figure_constraint_check" CHECK ("constraint" IN ('power', 'trade', 'finance', 'security', 'china-capacity', 'investment', 'zones', 'programme', 'implications')),
  ADD CONSTRAINT "context_figure_whole_check" CHECK (("value" IS NULL) = ("unit" IS NULL)),
  ADD CONSTRAINT "context_figure_says_check" CHECK ("value" IS NOT NULL OR btrim("statement") <> '');

-- A later version of an event; the row of the event is what was recorded first.
CREATE TABLE "event_version" (
    "event_id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "precision" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "zones" TEXT[] NOT NULL,

    CONSTRAINT "event_version_pkey" PRIMARY KEY ("event_id", "revision_id")
);
CREATE INDEX "event_version_revision_id_idx" ON "event_version"("revision_id");
CREATE INDEX "event_version_source_id_idx" ON "event_version"("source_id");
ALTER TABLE "event_version" ADD CONSTRAINT "event_version_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "event_version" ADD CONSTRAINT "event_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "event_version" ADD CONSTRAINT "event_version_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "event_version"
  ADD CONSTRAINT "event_version_reason_check" CHECK (btrim("reason") <> ''),
  ADD CONSTRAINT "event_version_date_check" CHECK (
    is_partial_date("date")
    AND length("date") = CASE "precision" WHEN 'day' THEN 10 WHEN 'month' THEN 7 WHEN 'year' THEN 4 END),
  ADD CONSTRAINT "event_version_precision_check" CHECK ("precision" IN ('day', 'month', 'year')),
  ADD CONSTRAINT "event_version_kind_check" CHECK ("kind" IN ('policy', 'approval', 'construction', 'utility', 'investment', 'security', 'agreement')),
  ADD CONSTRAINT "event_version_title_check" CHECK (btrim("title") <> '');

-- A later version of a national figure.
CREATE TABLE "context_figure_version" (
    "key" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "constraint" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "unit" TEXT,
    "statement" TEXT,
    "period" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "source_note" TEXT NOT NULL,

    CONSTRAINT "context_figure_version_pkey" PRIMARY KEY ("key", "revision_id")
);
CREATE INDEX "context_figure_version_revision_id_idx" ON "context_figure_version"("revision_id");
CREATE INDEX "context_figure_version_source_id_idx" ON "context_figure_version"("source_id");
ALTER TABLE "context_figure_version" ADD CONSTRAINT "context_figure_version_key_fkey" FOREIGN KEY ("key") REFERENCES "context_figure"("key") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "context_figure_version" ADD CONSTRAINT "context_figure_version_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "context_figure_version" ADD CONSTRAINT "context_figure_version_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "context_figure_version"
  ADD CONSTRAINT "context_figure_version_reason_check" CHECK (btrim("reason") <> ''),
  ADD CONSTRAINT "context_figure_version_constraint_check" CHECK ("constraint" IN ('power', 'trade', 'finance', 'security', 'china-capacity', 'investment', 'zones', 'programme', 'implications')),
  ADD CONSTRAINT "context_figure_version_value_check" CHECK ("value" > '-Infinity' AND "value" < 'Infinity'),
  ADD CONSTRAINT "context_figure_version_whole_check" CHECK (("value" IS NULL) = ("unit" IS NULL)),
  ADD CONSTRAINT "context_figure_version_says_check" CHECK ("value" IS NOT NULL OR btrim("statement") <> '');

CREATE TRIGGER "event_version_append_only" BEFORE UPDATE OR DELETE ON "event_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "event_version_never_truncated" BEFORE TRUNCATE ON "event_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "context_figure_version_append_only" BEFORE UPDATE OR DELETE ON "context_figure_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
CREATE TRIGGER "context_figure_version_never_truncated" BEFORE TRUNCATE ON "context_figure_version"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
ALTER TABLE "event_version" ENABLE ALWAYS TRIGGER "event_version_append_only", ENABLE ALWAYS TRIGGER "event_version_never_truncated";
ALTER TABLE "context_figure_version" ENABLE ALWAYS TRIGGER "context_figure_version_append_only", ENABLE ALWAYS TRIGGER "context_figure_version_never_truncated";

-- Fields of zones.
ALTER TABLE "zone"
  ADD COLUMN "power_needed_basis" TEXT,
  ADD COLUMN "last_searched_on" TEXT;
ALTER TABLE "zone"
  DROP CONSTRAINT "zone_status_check",
  ADD CONSTRAINT "zone_status_check" CHECK ("status" IN ('not-started', 'under-development', 'serviced', 'partially-operational', 'operational', 'idle', 'stalled', 'stalled-inferred', 'cancelled')),
  ADD CONSTRAINT "zone_power_needed_basis_check" CHECK ("power_needed_basis" IN ('first-phase', 'full-build-out')),
  ADD CONSTRAINT "zone_last_searched_on_check" CHECK (is_partial_date("last_searched_on"));

-- A quotation can be removed like a note.
ALTER TABLE "redaction_request"
  DROP CONSTRAINT "redaction_request_place_check",
  ADD CONSTRAINT "redaction_request_place_check" CHECK (("table_name", "column_name") IN (
    ('claim', 'note'), ('claim', 'locator'), ('claim', 'quotation'), ('decision', 'reason'),
    ('source', 'title'), ('source', 'publisher'), ('source', 'url'),
    ('source_version', 'title'), ('source_version', 'publisher'), ('source_version', 'url'), ('source_version', 'reason')));
ALTER TABLE "redaction"
  DROP CONSTRAINT "redaction_place_check",
  ADD CONSTRAINT "redaction_place_check" CHECK (("table_name", "column_name") IN (
    ('claim', 'note'), ('claim', 'locator'), ('claim', 'quotation'), ('decision', 'reason'),
    ('source', 'title'), ('source', 'publisher'), ('source', 'url'),
    ('source_version', 'title'), ('source_version', 'publisher'), ('source_version', 'url'), ('source_version', 'reason'),
    ('audit_entry', 'detail.reason'), ('audit_entry', 'detail.title'), ('release_file', 'content')));
