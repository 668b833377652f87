/**
 * Which unit tests are asked about the mutants of a folder: those of the same subject. A test of a page may reach the
 * same code, but it takes seconds for each mutant and is not where a fault of that code should be found. Each entry is a
 * folder of tests/unit, or a glob in it without its ending.
 */
const TESTS_OF_FOLDER = {
  "components/charts": ["charts"],
  "components/entry": ["record/use-*"],
  "components/features/explorer": ["explorer/use-*", "explorer/explorer-*"],
  "components/features/record": ["record/use-*"],
  "components/features/sources": ["sources"],
  "components/map": ["map/use-*"],
  "components/ui": ["ui/hooks"],
  "lib/changes": ["changes"],
  "lib/client": ["client"],
  "lib/context": ["context"],
  "lib/contract": ["contract"],
  "lib/dependence": ["dependence", "firms/firm-counts*"],
  "lib/evidence": ["evidence"],
  "lib/firms": ["firms"],
  "lib/formats": ["formats"],
  "lib/gaps": ["gaps"],
  "lib/query": ["query"],
  "lib/readiness": ["readiness"],
  "lib/targets": ["targets"],
  // The words of a page are tested with what they describe.
  "lib/text": [
    "text",
    "changes/span*",
    "compare/compare-page*",
    "context/context-figures*",
    "evidence/check-value*",
    "firms/firm*-page*",
    "gaps/dated-gaps*",
    "query/zone-counts*",
    "query/parse-query*",
    "sources/source-years*",
    "zones/targets*",
  ],
  "lib/time": ["time"],
};

/**
 * The globs of the unit tests for the files that are mutated.
 *
 * @param {string[]} mutated Globs, as after `-m`. One that is in no folder of the table gets all unit tests.
 * @returns {string[]}
 */
export function testsOf(mutated) {
  const subjects = mutated
    .filter((glob) => !glob.startsWith("!"))
    .map((glob) => {
      const folder = Object.keys(TESTS_OF_FOLDER).find((name) => glob.startsWith(`${name}/`));
      return folder ? TESTS_OF_FOLDER[folder] : ["**/*"];
    });
  const unique = [...new Set(subjects.flat())];
  return (unique.includes("**/*") ? ["**/*"] : unique).map(
    (subject) => `tests/unit/${subject.includes("*") ? subject : `${subject}/**/*`}.test.{ts,tsx}`,
  );
}
