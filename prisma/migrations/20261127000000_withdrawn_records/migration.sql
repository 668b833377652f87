-- A record that should never have been recorded is withdrawn: unlike a retired one, it is shown on no day.
ALTER TABLE "retirement"
  DROP CONSTRAINT "retirement_act_check",
  ADD CONSTRAINT "retirement_act_check" CHECK ("act" IN ('merged', 'retired', 'withdrawn', 'restored'));
