-- Which values are disputed, and what do the sources say?
SELECT disputed.zone, disputed.field, disputed.value AS shown, claim.value AS reported, claim.asOf, source.publisher
FROM disputedValues AS disputed
JOIN claims AS claim ON claim.zone = disputed.zone AND claim.field = disputed.field AND claim.tenancy IS NULL
JOIN sources AS source ON source.id = claim.sourceId
ORDER BY disputed.zone, disputed.field, claim.id;
