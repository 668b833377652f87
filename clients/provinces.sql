-- How many announced zones and acres has each province? Of these zones, how many are candidates, whose approval is not
-- confirmed, and in how many is the area unknown?
SELECT province, count(*) AS zones, count(*) FILTER (WHERE cohort = 'unconfirmed') AS candidates,
  sum(areaAcres) AS acres, count(*) - count(areaAcres) AS unknownAreas
FROM 'zones.parquet'
GROUP BY province
ORDER BY province;
