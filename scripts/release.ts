// `npm run release`: publishes the data of one day as the next numbered release and prints its files. With the number of
// a release that is there, it makes that one again and compares the files.
import { parseArgs } from "node:util";
import { runScript } from "@/lib/server/database/run-script";
import { type CheckedFile, makeRelease } from "@/lib/server/releases/make-release";

const USAGE = `Usage: npm run release -- [NUMBER] [options]
  NUMBER              such as 2026.1: the number that the release must get. If it is there already, it is made again and
                      compared, and stays as it is; default: the next number
  --as-of YYYY-MM-DD  the day that the release shows; default: today in Pakistan, or the day of the last edition while
                      only the data set is recorded
  --known-on r12      the revision, or a day or time; default: the last one recorded by the end of the day
  --notes "…"         a note for readers
  --by "…"            who makes the release; default: "command line"
  --anyway            make the release even if nothing changed since the last one
  --dry-run           show the release without storing it
  --help              show this help`;

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "as-of": { type: "string" },
      "known-on": { type: "string" },
      notes: { type: "string" },
      by: { type: "string" },
      anyway: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const [number, ...others] = positionals;
  if (others.length > 0 || (number !== undefined && !/^\d{4}\.[1-9]\d*$/.test(number))) {
    throw new Error(`“${positionals.join(" ")}” is not the number of one release, such as 2026.1.`);
  }
  return { ...values, number };
}

/** An option of only spaces counts as absent. */
const trimToNull = (text: string | undefined) => text?.trim() || null;

function formatFile({ name, content, sha256 }: CheckedFile): string {
  return `${sha256}  ${String(content.byteLength).padStart(9)}  ${name}`;
}

/** Makes the release; returns the exit code. */
async function release(options: ReturnType<typeof readOptions>): Promise<number> {
  const dryRun = options["dry-run"];
  const result = await makeRelease({
    number: options.number ?? null,
    asOf: trimToNull(options["as-of"]),
    knownOn: trimToNull(options["known-on"]),
    notes: trimToNull(options.notes),
    by: trimToNull(options.by) ?? "command line",
    anyway: options.anyway,
    dryRun,
  });
  if (!result.ok) {
    console.error(result.message);
    return 1;
  }
  const { number, asOf, revision, since, changes, files } = result.release;
  for (const file of files) console.log(formatFile(file));
  if (result.again) {
    console.log(
      `Release ${number} for ${asOf}, revision r${revision}, exists; made again, its ${files.length} files are the same.`,
    );
    return 0;
  }
  const comparison =
    since === null
      ? "first release"
      : `${changes} ${changes === 1 ? "change" : "changes"} since ${since}`;
  console.log(
    `${dryRun ? "Would make" : "Made"} release ${number} for ${asOf}, revision r${revision}: ${files.length} files, ${comparison}.`,
  );
  return 0;
}

/** The options; null if they are invalid, after printing why. */
function readOptionsOrExplain() {
  try {
    return readOptions();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return null;
  }
}

const options = readOptionsOrExplain();
if (options?.help) console.log(USAGE);
else if (options) await runScript(() => release(options));
else process.exitCode = 2;
