import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { createTemporaryFolder } from "@/scripts/lib/paths.mjs";
import { findFreePort } from "@/scripts/lib/ports.mjs";

/** The last one that runs on Node 20; version 5 needs 22. */
const PACKAGE = "postgraphile@4.14.1";
const ATTEMPTS = 150;

/** The list to PostGraphile: all columns of the first 1,000 zones, as the bare server gives them. */
interface ListQuestion {
  readonly url: string;
  /** JSON of a POST. */
  readonly body: string;
}

interface FieldType {
  readonly kind: string;
  /** What a list or a type that is never null holds. */
  readonly ofType?: FieldType | null;
}

interface Schema {
  readonly __type: {
    readonly fields: readonly { readonly name: string; readonly type: FieldType }[];
  };
}

/** Is it a value, and no other record? */
const isPlain = ({ kind, ofType }: FieldType): boolean =>
  ofType ? isPlain(ofType) : kind === "SCALAR" || kind === "ENUM";

async function ask<Data>(url: string, query: string): Promise<Data> {
  const body = JSON.stringify({ query });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown };
  if (errors !== undefined) throw new Error(`PostGraphile: ${JSON.stringify(errors)}`);
  return data;
}

/** Waits for PostGraphile, and tries the question once. */
async function writeQuestion(url: string): Promise<ListQuestion> {
  for (let attempt = 0; ; attempt++) {
    if ((await fetch(url).catch(() => null)) !== null) break;
    if (attempt === ATTEMPTS) throw new Error("PostGraphile does not answer.");
    await sleep(200);
  }
  const { __type } = await ask<Schema>(
    url,
    '{ __type(name: "Zone") { fields { name type { kind ofType { kind ofType { kind ofType { kind } } } } } } }',
  );
  const names = __type.fields.filter(({ type }) => isPlain(type)).map(({ name }) => name);
  const query = `{ allZones(first: 1000, orderBy: SORT_ORDER_ASC) { nodes { ${names.join(" ")} } } }`;
  await ask(url, query);
  return { url, body: JSON.stringify({ query }) };
}

/**
 * Installs and starts PostGraphile on the database of the benchmark, to compare with.
 * @param work gets the question to ask; PostGraphile stops and is removed when it ends
 * @returns null: npm's registry cannot be reached
 */
export async function withPostGraphile<T>(
  work: (question: ListQuestion) => Promise<T>,
): Promise<T | null> {
  const { dir, remove } = createTemporaryFolder("bench-postgraphile");
  try {
    const install = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", dir];
    const installed = await promisify(execFile)("npm", [...install, PACKAGE]).catch(() => null);
    if (installed === null) return null;
    const port = await findFreePort();
    const program = path.join(dir, "node_modules/postgraphile/cli.js");
    const database = ["--connection", process.env.BENCH_DATABASE_URL ?? "", "--schema", "public"];
    const listen = ["--host", "127.0.0.1", "--port", String(port), "--max-pool-size", "10"];
    const quiet = ["--disable-query-log", "--disable-graphiql"];
    const child = spawn(process.execPath, [program, ...database, ...listen, ...quiet], {
      stdio: "ignore",
      env: { ...process.env, NODE_ENV: "production" },
    });
    const ended = once(child, "exit");
    try {
      return await work(await writeQuestion(`http://127.0.0.1:${port}/graphql`));
    } finally {
      child.kill();
      await ended;
    }
  } finally {
    remove();
  }
}
