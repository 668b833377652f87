-- The same five questions in DuckDB, each from one file.

-- Which zones became more ready since 2024, and was it progress or knowledge?
SELECT zone, cause, sum(change) AS points FROM 'readiness.csv' WHERE year > 2024 AND cause IS NOT NULL GROUP BY ALL ORDER BY ALL;

-- Which values about the state of zones have one source?
SELECT zone, field, value, publisher FROM 'evidence.csv' WHERE about = 'state' AND tenancy IS NULL AND publishers = 1 ORDER BY ALL;

-- Which targets are over a year late?
SELECT zone, field, targetDate, daysLate FROM 'targets.csv' WHERE latest AND daysLate > 365 ORDER BY ALL;

-- Jobs per acre
SELECT slug, jobs / areaAcres AS jobsPerAcre FROM 'zones.csv' WHERE jobs IS NOT NULL AND areaAcres IS NOT NULL ORDER BY ALL;

-- Share of firms with Chinese owners by province: at least, and if all unknown owners were Chinese
SELECT province, avg((ultimateOwnerNationality IS NOT DISTINCT FROM 'CN')::INT) AS atLeast, avg((coalesce(ultimateOwnerNationality, 'CN') = 'CN')::INT) AS atMost FROM 'tenancies.csv' GROUP BY ALL ORDER BY ALL;
