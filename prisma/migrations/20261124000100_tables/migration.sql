-- CreateTable
CREATE TABLE "revision" (
    "id" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "author" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "zone_slug" TEXT NOT NULL,
    "tenancy_id" TEXT,
    "field" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "as_of" TEXT,
    "source_id" TEXT NOT NULL,
    "locator" TEXT,
    "note" TEXT,
    "origin" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    "revision_id" INTEGER NOT NULL,
    "claim_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "url" TEXT,
    "published_on" TEXT,
    "published_on_estimated" BOOLEAN NOT NULL DEFAULT false,
    "accessed" DATE,
    "kind" TEXT NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "firm" (
    "id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "firm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenancy" (
    "id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "zone_slug" TEXT NOT NULL,
    "firm_id" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "tenancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "precision" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_zone" (
    "event_id" TEXT NOT NULL,
    "zone_slug" TEXT NOT NULL,

    CONSTRAINT "event_zone_pkey" PRIMARY KEY ("event_id","zone_slug")
);

-- CreateTable
CREATE TABLE "context_figure" (
    "key" TEXT NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "constraint" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "source_note" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,

    CONSTRAINT "context_figure_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "zone" (
    "slug" TEXT NOT NULL,
    "sort_order" INTEGER NOT NULL,
    "revision_id" INTEGER NOT NULL,
    "projected_revision" INTEGER,
    "in_registry" BOOLEAN NOT NULL DEFAULT false,
    "readiness_low" DOUBLE PRECISION,
    "readiness_high" DOUBLE PRECISION,
    "coverage" DOUBLE PRECISION,
    "name" TEXT,
    "aliases" JSONB,
    "province" TEXT,
    "district" TEXT,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "location_precision" TEXT,
    "area_acres" DOUBLE PRECISION,
    "developer" TEXT,
    "developer_type" TEXT,
    "zone_type" TEXT,
    "sectors" JSONB,
    "rationale" TEXT,
    "pre_existing_estate" BOOLEAN,
    "cohort" TEXT,
    "candidate_for_remainder" BOOLEAN,
    "cpec_status" TEXT,
    "legal_status" TEXT,
    "approved_on" TEXT,
    "land_lease" TEXT,
    "status" TEXT,
    "development_agreement" TEXT,
    "land_title" TEXT,
    "plot_demarcation" TEXT,
    "zone_committee" TEXT,
    "electricity" TEXT,
    "gas" TEXT,
    "water" TEXT,
    "sewerage" TEXT,
    "telecom" TEXT,
    "internal_roads" TEXT,
    "highway_link" TEXT,
    "rail_or_port_link" TEXT,
    "one_stop_service" TEXT,
    "customs_office" TEXT,
    "management_entity" TEXT,
    "on_site_services" TEXT,
    "plots_allotted_pct" DOUBLE PRECISION,
    "plots_built_pct" DOUBLE PRECISION,
    "enterprises_admitted" INTEGER,
    "enterprises_producing" INTEGER,
    "not_applicable" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "security_arrangements" TEXT,
    "works_financed" TEXT,
    "power_needed_mw" DOUBLE PRECISION,
    "power_sanctioned_mw" DOUBLE PRECISION,
    "power_energised_mw" DOUBLE PRECISION,
    "gas_needed_mmcfd" DOUBLE PRECISION,
    "gas_supplied_mmcfd" DOUBLE PRECISION,
    "jobs" INTEGER,
    "investment_committed_usd_m" DOUBLE PRECISION,
    "investment_realised_usd_m" DOUBLE PRECISION,
    "target_electricity" TEXT,
    "target_gas" TEXT,
    "target_phase_one" TEXT,
    "target_operational" TEXT,
    "dependence_technology" INTEGER,
    "dependence_standards" INTEGER,
    "dependence_supplier" INTEGER,
    "dependence_financial" INTEGER,
    "dependence_market" INTEGER,
    "dependence_human_capital" INTEGER,

    CONSTRAINT "zone_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE INDEX "claim_zone_slug_field_idx" ON "claim"("zone_slug", "field");

-- CreateIndex
CREATE INDEX "claim_tenancy_id_field_idx" ON "claim"("tenancy_id", "field");

-- CreateIndex
CREATE INDEX "claim_revision_id_idx" ON "claim"("revision_id");

-- CreateIndex
CREATE INDEX "claim_source_id_idx" ON "claim"("source_id");

-- CreateIndex
CREATE INDEX "decision_claim_id_id_idx" ON "decision"("claim_id", "id");

-- CreateIndex
CREATE INDEX "decision_revision_id_idx" ON "decision"("revision_id");

-- CreateIndex
CREATE INDEX "source_revision_id_idx" ON "source"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "firm_name_key" ON "firm"("name");

-- CreateIndex
CREATE INDEX "firm_revision_id_idx" ON "firm"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenancy_sort_order_key" ON "tenancy"("sort_order");

-- CreateIndex
CREATE INDEX "tenancy_firm_id_idx" ON "tenancy"("firm_id");

-- CreateIndex
CREATE INDEX "tenancy_revision_id_idx" ON "tenancy"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenancy_zone_slug_firm_id_key" ON "tenancy"("zone_slug", "firm_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenancy_id_zone_slug_key" ON "tenancy"("id", "zone_slug");

-- CreateIndex
CREATE INDEX "event_date_idx" ON "event"("date");

-- CreateIndex
CREATE INDEX "event_source_id_idx" ON "event"("source_id");

-- CreateIndex
CREATE INDEX "event_revision_id_idx" ON "event"("revision_id");

-- CreateIndex
CREATE INDEX "event_zone_zone_slug_idx" ON "event_zone"("zone_slug");

-- CreateIndex
CREATE UNIQUE INDEX "context_figure_sort_order_key" ON "context_figure"("sort_order");

-- CreateIndex
CREATE INDEX "context_figure_source_id_idx" ON "context_figure"("source_id");

-- CreateIndex
CREATE INDEX "context_figure_revision_id_idx" ON "context_figure"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "zone_sort_order_key" ON "zone"("sort_order");

-- CreateIndex
CREATE INDEX "zone_province_idx" ON "zone"("province");

-- CreateIndex
CREATE INDEX "zone_status_idx" ON "zone"("status");

-- CreateIndex
CREATE INDEX "zone_legal_status_idx" ON "zone"("legal_status");

-- CreateIndex
CREATE INDEX "zone_cohort_idx" ON "zone"("cohort");

-- CreateIndex
CREATE INDEX "zone_cpec_status_idx" ON "zone"("cpec_status");

-- CreateIndex
CREATE INDEX "zone_readiness_low_idx" ON "zone"("readiness_low");

-- CreateIndex
CREATE INDEX "zone_readiness_high_idx" ON "zone"("readiness_high");

-- CreateIndex
CREATE INDEX "zone_coverage_idx" ON "zone"("coverage");

-- CreateIndex
CREATE INDEX "zone_development_agreement_idx" ON "zone"("development_agreement");

-- CreateIndex
CREATE INDEX "zone_land_title_idx" ON "zone"("land_title");

-- CreateIndex
CREATE INDEX "zone_plot_demarcation_idx" ON "zone"("plot_demarcation");

-- CreateIndex
CREATE INDEX "zone_zone_committee_idx" ON "zone"("zone_committee");

-- CreateIndex
CREATE INDEX "zone_electricity_idx" ON "zone"("electricity");

-- CreateIndex
CREATE INDEX "zone_gas_idx" ON "zone"("gas");

-- CreateIndex
CREATE INDEX "zone_water_idx" ON "zone"("water");

-- CreateIndex
CREATE INDEX "zone_sewerage_idx" ON "zone"("sewerage");

-- CreateIndex
CREATE INDEX "zone_telecom_idx" ON "zone"("telecom");

-- CreateIndex
CREATE INDEX "zone_internal_roads_idx" ON "zone"("internal_roads");

-- CreateIndex
CREATE INDEX "zone_highway_link_idx" ON "zone"("highway_link");

-- CreateIndex
CREATE INDEX "zone_rail_or_port_link_idx" ON "zone"("rail_or_port_link");

-- CreateIndex
CREATE INDEX "zone_one_stop_service_idx" ON "zone"("one_stop_service");

-- CreateIndex
CREATE INDEX "zone_customs_office_idx" ON "zone"("customs_office");

-- CreateIndex
CREATE INDEX "zone_management_entity_idx" ON "zone"("management_entity");

-- CreateIndex
CREATE INDEX "zone_on_site_services_idx" ON "zone"("on_site_services");

-- CreateIndex
CREATE INDEX "zone_plots_allotted_pct_idx" ON "zone"("plots_allotted_pct");

-- CreateIndex
CREATE INDEX "zone_plots_built_pct_idx" ON "zone"("plots_built_pct");

-- CreateIndex
CREATE INDEX "zone_enterprises_admitted_idx" ON "zone"("enterprises_admitted");

-- CreateIndex
CREATE INDEX "zone_enterprises_producing_idx" ON "zone"("enterprises_producing");

-- CreateIndex
CREATE INDEX "zone_security_arrangements_idx" ON "zone"("security_arrangements");

-- CreateIndex
CREATE INDEX "zone_works_financed_idx" ON "zone"("works_financed");

-- CreateIndex
CREATE INDEX "zone_in_registry_idx" ON "zone"("in_registry");

-- CreateIndex
CREATE INDEX "zone_revision_id_idx" ON "zone"("revision_id");

-- CreateIndex
CREATE INDEX "zone_projected_revision_idx" ON "zone"("projected_revision");

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_zone_slug_fkey" FOREIGN KEY ("zone_slug") REFERENCES "zone"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_tenancy_id_zone_slug_fkey" FOREIGN KEY ("tenancy_id", "zone_slug") REFERENCES "tenancy"("id", "zone_slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "firm" ADD CONSTRAINT "firm_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenancy" ADD CONSTRAINT "tenancy_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenancy" ADD CONSTRAINT "tenancy_zone_slug_fkey" FOREIGN KEY ("zone_slug") REFERENCES "zone"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tenancy" ADD CONSTRAINT "tenancy_firm_id_fkey" FOREIGN KEY ("firm_id") REFERENCES "firm"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event_zone" ADD CONSTRAINT "event_zone_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "event_zone" ADD CONSTRAINT "event_zone_zone_slug_fkey" FOREIGN KEY ("zone_slug") REFERENCES "zone"("slug") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "context_figure" ADD CONSTRAINT "context_figure_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "context_figure" ADD CONSTRAINT "context_figure_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "zone" ADD CONSTRAINT "zone_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "zone" ADD CONSTRAINT "zone_projected_revision_fkey" FOREIGN KEY ("projected_revision") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
