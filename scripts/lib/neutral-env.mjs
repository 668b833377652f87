// Imports only Node's modules, because it runs before any install.
import fs from "node:fs";
import { fromRoot } from "./paths.mjs";

/**
 * Every setting without a value. The developer's own settings must not influence tests and measurements, and an empty
 * value also overrides a `.env` file.
 */
export const NEUTRAL_ENV = Object.fromEntries(
  [...fs.readFileSync(fromRoot(".env.example"), "utf8").matchAll(/^#([A-Z_]+)=/gm)].map(
    ([, name]) => [name, ""],
  ),
);
