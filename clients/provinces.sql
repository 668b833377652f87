-- How many zones and acres has each province, and in how many zones is the area unknown?
SELECT province, count(*) AS zones, sum(areaAcres) AS acres, count(*) - count(areaAcres) AS unknownAreas
FROM 'zones.parquet'
GROUP BY province
ORDER BY province;
