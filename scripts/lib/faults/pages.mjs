// The public pages, found among the files, so that a new one is read along.
import fs from "node:fs";
import { fromRoot } from "../root.mjs";

/** Pages of whoever is or wants to be signed in: they need the database. */
const PERSONAL = new Set(["/account", "/set-up"]);

/**
 * @param {string} zone fills `[slug]`
 * @returns {string[]} the addresses of the public pages
 */
export function publicPages(zone) {
  return fs
    .readdirSync(fromRoot("app/(site)"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, "").replace("[slug]", zone)}`)
    .filter((address) => !PERSONAL.has(address));
}
