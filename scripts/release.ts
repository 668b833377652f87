// `npm run release`: freezes the data, at a day, as the next numbered release and prints its files.
import { parseArgs } from "node:util";
import { closeDatabase } from "@/lib/server/db";
import { type CheckedFile, makeRelease } from "@/lib/server/release-make";
import { changeInWords } from "@/lib/text/change-words";

const USAGE = `npm run release -- [options]
  --as-of YYYY-MM-DD  the day shown; by default today in Pakistan
  --notes "…"         what there is to say of it
  --by "…"            who makes it; by default "command line"
  --anyway            make it even where nothing changed since the last
  --dry-run           make everything and keep nothing`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      "as-of": { type: "string" },
      notes: { type: "string" },
      by: { type: "string" },
      anyway: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  return values;
}

/** Nothing but blanks says as much as nothing. */
const said = (text: string | undefined) => text?.trim() || null;

function fileLine({ name, content, sha256 }: CheckedFile): string {
  return `${sha256}  ${String(content.byteLength).padStart(9)}  ${name}`;
}

async function release(options: ReturnType<typeof readOptions>): Promise<number> {
  const dryRun = options["dry-run"];
  const result = await makeRelease({
    asOf: said(options["as-of"]),
    notes: said(options.notes),
    by: said(options.by) ?? "command line",
    anyway: options.anyway,
    dryRun,
    sayChange: changeInWords,
  });
  if (!result.ok) {
    console.error(result.message);
    return 1;
  }
  const { number, asOf, version, since, changes, files } = result.release;
  for (const file of files) console.log(fileLine(file));
  const compared = since === null ? "the first" : `${changes} changed since ${since}`;
  console.log(
    `${dryRun ? "Would make" : "Made"} release ${number} of ${asOf}, version r${version}: ${files.length} files; ${compared}.`,
  );
  return 0;
}

/** The options; null where they cannot be used, which is said. */
function optionsOrNull() {
  try {
    return readOptions();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return null;
  }
}

const options = optionsOrNull();
if (options?.help) console.log(USAGE);
else if (options) {
  try {
    process.exitCode = await release(options);
  } finally {
    await closeDatabase();
  }
} else process.exitCode = 2;
