-- Which values are disputed, what do the sources say, and is each report used (live, shown), not used (set-aside) or judged not
-- valid (deprecated)?
SELECT disputed.zone, disputed.field, disputed.value AS shown, claim.value AS reported, claim.asOf, claim.standing, source.publisher
FROM disputedValues AS disputed
JOIN claims AS claim ON claim.zone = disputed.zone AND claim.field = disputed.field AND claim.tenancy IS NULL
  AND (claim.standing = 'shown' OR claim.contradicts)
JOIN sources AS source ON source.id = claim.sourceId
ORDER BY disputed.zone, disputed.field, claim.id;
