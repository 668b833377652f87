// The `.env` file. Imports only Node's modules, because it runs before any install.
import { fromRoot } from "./paths.mjs";

/** Loads `.env` if it exists. As in Next, variables that are already set take precedence. */
export function loadEnvFile() {
  try {
    process.loadEnvFile(fromRoot(".env"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
