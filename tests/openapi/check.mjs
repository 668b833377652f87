// Checks a description of an API with the recommended rules of Redocly and Spectral, and prints what they find.
// node check.mjs FILE
import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import spectral from "@stoplight/spectral-core";
import rulesets from "@stoplight/spectral-rulesets";

const [file] = process.argv.slice(2);
const source = readFileSync(file, "utf8");

const config = await createConfig({
  extends: ["recommended"],
  // Tests serve from this machine.
  rules: { "no-server-example.com": "off" },
});
const redocly = await lintFromString({ source, absoluteRef: "openapi.json", config });

const linter = new spectral.Spectral();
linter.setRuleset(new spectral.Ruleset({ extends: [rulesets.oas] }));
const found = await linter.run(JSON.parse(source));

for (const { ruleId, message, location } of redocly) {
  console.log(`Redocly ${ruleId}: ${message} ${location[0]?.pointer ?? ""}`);
}
for (const { code, message, path } of found) {
  console.log(`Spectral ${code}: ${message} ${path.join("/")}`);
}
