import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestContext } from "vitest";

// Programs of other people that read the tracker's files. None of them has to be installed.

const run = promisify(execFile);

/** The output of a program; null: it is not installed, or it failed. */
export async function tryRun(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  const options = { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...env } };
  return await run(command, args, options).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

/**
 * Skips a test whose program is missing, and says so: a machine without it can run all other tests. `npm run test:programs`
 * installs the programs and sets REQUIRE_PROGRAMS; there the test fails.
 * @param reason what is missing: "GDAL is not installed"
 */
export function requireProgram({ skip }: TestContext, isThere: boolean, reason: string): void {
  const note = `NOT TRIED: ${reason}`;
  if (!isThere && process.env.REQUIRE_PROGRAMS === "true") throw new Error(note);
  skip(!isThere, note);
}

/** The first Python that has some packages; null: none. */
export async function findPython(packages: string): Promise<string | null> {
  for (const python of ["python3", "/usr/bin/python3"]) {
    if ((await tryRun(python, ["-c", `import ${packages}`])) !== null) return python;
  }
  return null;
}

/** Has R a package? */
export async function hasRPackage(name: string): Promise<boolean> {
  return (await tryRun("Rscript", ["-e", `library(${name})`])) !== null;
}
