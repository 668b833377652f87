-- Samples of recorded values that somebody else compared with their sources are national figures of a kind of their own.
ALTER TABLE "context_figure"
  DROP CONSTRAINT "context_figure_constraint_check",
  ADD CONSTRAINT "context_figure_constraint_check" CHECK ("constraint" IN ('power', 'trade', 'finance', 'security', 'china-capacity', 'investment', 'zones', 'programme', 'implications', 'second-readings'));
ALTER TABLE "context_figure_version"
  DROP CONSTRAINT "context_figure_version_constraint_check",
  ADD CONSTRAINT "context_figure_version_constraint_check" CHECK ("constraint" IN ('power', 'trade', 'finance', 'security', 'china-capacity', 'investment', 'zones', 'programme', 'implications', 'second-readings'));
