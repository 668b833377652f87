-- Method 3 computes other columns of zones from the same claims. NULL: computed by an earlier method; the next start
-- computes these zones again.
UPDATE "zone" SET "projected_revision" = NULL;
