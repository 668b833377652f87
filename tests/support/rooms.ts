import path from "node:path";

/** The rooms of the pure core, lowest first. */
export const CORE_ROOMS = [
  "catalogue",
  "time",
  "evidence",
  "entry",
  "readiness",
  "query",
  "changes",
  "targets",
  "firms",
  "dependence",
  "gaps",
  "coverage",
  "context",
  "queue",
  "records",
].map((room) => `lib/${room}`);

/** The folder of the project. */
export const ROOT = path.join(import.meta.dirname, "../..");
