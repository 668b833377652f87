-- What a reviewer changed in a claim that waited: who sent it, who changed it, and the value and day that were sent. Other texts as
-- they were sent stay in the submission, because a reviewer may have changed them to keep something from the public.
ALTER TABLE "claim"
  ADD COLUMN "changed" JSONB,
  ADD CONSTRAINT "claim_changed_check" CHECK (
    jsonb_typeof("changed") = 'object' AND "changed" ?& ARRAY['sentBy', 'changedBy', 'value', 'asOf']);
