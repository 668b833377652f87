-- What schema.prisma has no words for: the shapes of values, and that the ledger only grows.

-- A year, a month or a day that exists: 2020, 2020-10 or 2020-10-07.
CREATE FUNCTION "is_partial_date"("value" TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
  WHEN "value" ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$' THEN TRUE
  WHEN "value" ~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' THEN
    substr("value", 9, 2)::INTEGER <= date_part('day',
      make_date(greatest(substr("value", 1, 4)::INTEGER, 1), substr("value", 6, 2)::INTEGER, 1)
        + INTERVAL '1 month' - INTERVAL '1 day')
  ELSE FALSE
END;

-- A list of texts, in JSON.
CREATE FUNCTION "is_text_list"("value" JSONB) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN jsonb_typeof("value") = 'array' AND NOT jsonb_path_exists("value", 'strict $[*] ? (@.type() != "string")');

ALTER TABLE "revision"
  ADD CONSTRAINT "revision_id_check" CHECK ("id" > 0),
  ADD CONSTRAINT "revision_author_check" CHECK (btrim("author") <> ''),
  ADD CONSTRAINT "revision_purpose_check" CHECK (btrim("purpose") <> '');

ALTER TABLE "claim"
  ADD CONSTRAINT "claim_field_check" CHECK ("field" ~ '^[a-z][A-Za-z0-9]*$'),
  ADD CONSTRAINT "claim_as_of_check" CHECK (is_partial_date("as_of")),
  ADD CONSTRAINT "claim_origin_check" CHECK ("origin" IN ('official', 'independent', 'tenant', 'inference')),
  ADD CONSTRAINT "claim_confidence_check" CHECK ("confidence" IN ('high', 'medium', 'low'));

ALTER TABLE "decision"
  ADD CONSTRAINT "decision_kind_check" CHECK ("kind" IN ('published', 'preferred', 'deprecated', 'retracted')),
  ADD CONSTRAINT "decision_reason_check" CHECK ("kind" = 'published' OR ("reason" IS NOT NULL AND btrim("reason") <> ''));

ALTER TABLE "source"
  ADD CONSTRAINT "source_id_check" CHECK ("id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "source_title_check" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "source_publisher_check" CHECK (btrim("publisher") <> ''),
  ADD CONSTRAINT "source_url_check" CHECK ("url" ~ '^https?://'),
  ADD CONSTRAINT "source_published_on_check" CHECK (is_partial_date("published_on")),
  ADD CONSTRAINT "source_kind_check" CHECK ("kind" IN ('government', 'news', 'research', 'encyclopedia', 'forum', 'brief', 'compiler'));

ALTER TABLE "firm"
  ADD CONSTRAINT "firm_id_check" CHECK ("id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "firm_name_check" CHECK (btrim("name") <> '');

ALTER TABLE "tenancy"
  ADD CONSTRAINT "tenancy_id_check" CHECK ("id" ~ '^[a-z0-9]+(--?[a-z0-9]+)*$');

ALTER TABLE "event"
  ADD CONSTRAINT "event_date_check" CHECK (
    is_partial_date("date")
    AND length("date") = CASE "precision" WHEN 'day' THEN 10 WHEN 'month' THEN 7 WHEN 'year' THEN 4 END),
  ADD CONSTRAINT "event_precision_check" CHECK ("precision" IN ('day', 'month', 'year')),
  ADD CONSTRAINT "event_kind_check" CHECK ("kind" IN ('policy', 'approval', 'construction', 'utility', 'investment', 'security', 'agreement')),
  ADD CONSTRAINT "event_title_check" CHECK (btrim("title") <> '');

ALTER TABLE "context_figure"
  ADD CONSTRAINT "context_figure_constraint_check" CHECK ("constraint" IN ('power', 'trade', 'finance', 'security', 'china-capacity', 'investment', 'zones')),
  ADD CONSTRAINT "context_figure_value_check" CHECK ("value" > '-Infinity' AND "value" < 'Infinity');

-- NULL passes every check: it is unknown.
ALTER TABLE "zone"
  ADD CONSTRAINT "zone_slug_check" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "zone_readiness_check" CHECK ("readiness_low" BETWEEN 0 AND 100 AND "readiness_high" BETWEEN 0 AND 100 AND "readiness_low" <= "readiness_high"),
  ADD CONSTRAINT "zone_readiness_whole_check" CHECK (("readiness_low" IS NULL) = ("readiness_high" IS NULL)),
  ADD CONSTRAINT "zone_coverage_check" CHECK ("coverage" BETWEEN 0 AND 1),
  ADD CONSTRAINT "zone_not_applicable_check" CHECK (
    "not_applicable" <@ ARRAY['plotsAllottedPct', 'plotsBuiltPct', 'enterprisesAdmitted', 'enterprisesProducing']
    AND NOT ('plotsAllottedPct' = ANY ("not_applicable") AND "plots_allotted_pct" IS NOT NULL)
    AND NOT ('plotsBuiltPct' = ANY ("not_applicable") AND "plots_built_pct" IS NOT NULL)
    AND NOT ('enterprisesAdmitted' = ANY ("not_applicable") AND "enterprises_admitted" IS NOT NULL)
    AND NOT ('enterprisesProducing' = ANY ("not_applicable") AND "enterprises_producing" IS NOT NULL)),
  ADD CONSTRAINT "zone_name_check" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "zone_aliases_check" CHECK (is_text_list("aliases")),
  ADD CONSTRAINT "zone_province_check" CHECK ("province" IN ('punjab', 'sindh', 'khyber-pakhtunkhwa', 'balochistan', 'islamabad', 'gilgit-baltistan', 'azad-jammu-kashmir')),
  ADD CONSTRAINT "zone_district_check" CHECK (btrim("district") <> ''),
  ADD CONSTRAINT "zone_longitude_check" CHECK ("longitude" BETWEEN -180 AND 180),
  ADD CONSTRAINT "zone_latitude_check" CHECK ("latitude" BETWEEN -90 AND 90),
  ADD CONSTRAINT "zone_location_check" CHECK (("longitude" IS NULL) = ("latitude" IS NULL)),
  ADD CONSTRAINT "zone_location_precision_check" CHECK ("location_precision" IN ('site', 'town', 'district')),
  ADD CONSTRAINT "zone_area_acres_check" CHECK ("area_acres" >= 0 AND "area_acres" < 'Infinity'),
  ADD CONSTRAINT "zone_developer_check" CHECK (btrim("developer") <> ''),
  ADD CONSTRAINT "zone_developer_type_check" CHECK ("developer_type" IN ('public', 'private', 'public-private')),
  ADD CONSTRAINT "zone_zone_type_check" CHECK ("zone_type" IN ('multi-enterprise', 'sole-enterprise', 'technology-park')),
  ADD CONSTRAINT "zone_sectors_check" CHECK (is_text_list("sectors")),
  ADD CONSTRAINT "zone_rationale_check" CHECK ("rationale" IN ('logistics', 'port', 'industrial-cluster', 'regional-development')),
  ADD CONSTRAINT "zone_cohort_check" CHECK ("cohort" IN ('original-7', 'added-37', 'unconfirmed')),
  ADD CONSTRAINT "zone_cpec_status_check" CHECK ("cpec_status" IN ('priority-four', 'cpec-nine', 'outside-cpec')),
  ADD CONSTRAINT "zone_legal_status_check" CHECK ("legal_status" IN ('identified', 'applied', 'approved', 'notified', 'developer-bound', 'suspended', 'denotified')),
  ADD CONSTRAINT "zone_approved_on_check" CHECK (is_partial_date("approved_on")),
  ADD CONSTRAINT "zone_land_lease_check" CHECK ("land_lease" IN ('policy-approved', 'under-negotiation', 'signed')),
  ADD CONSTRAINT "zone_status_check" CHECK ("status" IN ('not-started', 'under-development', 'serviced', 'partially-operational', 'operational', 'stalled', 'stalled-inferred', 'cancelled')),
  ADD CONSTRAINT "zone_development_agreement_check" CHECK ("development_agreement" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_land_title_check" CHECK ("land_title" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_plot_demarcation_check" CHECK ("plot_demarcation" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_zone_committee_check" CHECK ("zone_committee" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_electricity_check" CHECK ("electricity" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_gas_check" CHECK ("gas" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_water_check" CHECK ("water" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_sewerage_check" CHECK ("sewerage" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_telecom_check" CHECK ("telecom" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_internal_roads_check" CHECK ("internal_roads" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_highway_link_check" CHECK ("highway_link" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_rail_or_port_link_check" CHECK ("rail_or_port_link" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_one_stop_service_check" CHECK ("one_stop_service" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_customs_office_check" CHECK ("customs_office" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_management_entity_check" CHECK ("management_entity" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_on_site_services_check" CHECK ("on_site_services" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_plots_allotted_pct_check" CHECK ("plots_allotted_pct" BETWEEN 0 AND 100),
  ADD CONSTRAINT "zone_plots_built_pct_check" CHECK ("plots_built_pct" BETWEEN 0 AND 100),
  ADD CONSTRAINT "zone_enterprises_admitted_check" CHECK ("enterprises_admitted" >= 0),
  ADD CONSTRAINT "zone_enterprises_producing_check" CHECK ("enterprises_producing" >= 0),
  ADD CONSTRAINT "zone_security_arrangements_check" CHECK ("security_arrangements" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_works_financed_check" CHECK ("works_financed" IN ('none', 'planned', 'under-construction', 'partial', 'available', 'not-applicable')),
  ADD CONSTRAINT "zone_power_needed_mw_check" CHECK ("power_needed_mw" >= 0 AND "power_needed_mw" < 'Infinity'),
  ADD CONSTRAINT "zone_power_sanctioned_mw_check" CHECK ("power_sanctioned_mw" >= 0 AND "power_sanctioned_mw" < 'Infinity'),
  ADD CONSTRAINT "zone_power_energised_mw_check" CHECK ("power_energised_mw" >= 0 AND "power_energised_mw" < 'Infinity'),
  ADD CONSTRAINT "zone_gas_needed_mmcfd_check" CHECK ("gas_needed_mmcfd" >= 0 AND "gas_needed_mmcfd" < 'Infinity'),
  ADD CONSTRAINT "zone_gas_supplied_mmcfd_check" CHECK ("gas_supplied_mmcfd" >= 0 AND "gas_supplied_mmcfd" < 'Infinity'),
  ADD CONSTRAINT "zone_jobs_check" CHECK ("jobs" >= 0),
  ADD CONSTRAINT "zone_investment_committed_usd_m_check" CHECK ("investment_committed_usd_m" >= 0 AND "investment_committed_usd_m" < 'Infinity'),
  ADD CONSTRAINT "zone_investment_realised_usd_m_check" CHECK ("investment_realised_usd_m" >= 0 AND "investment_realised_usd_m" < 'Infinity'),
  ADD CONSTRAINT "zone_target_electricity_check" CHECK (is_partial_date("target_electricity")),
  ADD CONSTRAINT "zone_target_gas_check" CHECK (is_partial_date("target_gas")),
  ADD CONSTRAINT "zone_target_phase_one_check" CHECK (is_partial_date("target_phase_one")),
  ADD CONSTRAINT "zone_target_operational_check" CHECK (is_partial_date("target_operational")),
  ADD CONSTRAINT "zone_dependence_technology_check" CHECK ("dependence_technology" BETWEEN 0 AND 4),
  ADD CONSTRAINT "zone_dependence_standards_check" CHECK ("dependence_standards" BETWEEN 0 AND 4),
  ADD CONSTRAINT "zone_dependence_supplier_check" CHECK ("dependence_supplier" BETWEEN 0 AND 4),
  ADD CONSTRAINT "zone_dependence_financial_check" CHECK ("dependence_financial" BETWEEN 0 AND 4),
  ADD CONSTRAINT "zone_dependence_market_check" CHECK ("dependence_market" BETWEEN 0 AND 4),
  ADD CONSTRAINT "zone_dependence_human_capital_check" CHECK ("dependence_human_capital" BETWEEN 0 AND 4);

-- The ledger only grows. ENABLE ALWAYS: the triggers fire in a replica's session too.
CREATE FUNCTION "refuse_change_of_ledger"() RETURNS TRIGGER
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only, % is refused: to correct a value record a new claim, to withdraw one record a decision with its reason',
    TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "revision_append_only" BEFORE UPDATE OR DELETE ON "revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_ledger"();
CREATE TRIGGER "revision_never_truncated" BEFORE TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_ledger"();
CREATE TRIGGER "claim_append_only" BEFORE UPDATE OR DELETE ON "claim"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_ledger"();
CREATE TRIGGER "claim_never_truncated" BEFORE TRUNCATE ON "claim"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_ledger"();
CREATE TRIGGER "decision_append_only" BEFORE UPDATE OR DELETE ON "decision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_ledger"();
CREATE TRIGGER "decision_never_truncated" BEFORE TRUNCATE ON "decision"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_ledger"();

ALTER TABLE "revision" ENABLE ALWAYS TRIGGER "revision_append_only", ENABLE ALWAYS TRIGGER "revision_never_truncated";
ALTER TABLE "claim" ENABLE ALWAYS TRIGGER "claim_append_only", ENABLE ALWAYS TRIGGER "claim_never_truncated";
ALTER TABLE "decision" ENABLE ALWAYS TRIGGER "decision_append_only", ENABLE ALWAYS TRIGGER "decision_never_truncated";
