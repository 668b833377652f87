// What is checked of the image and of docker-compose.yml. Each check returns what is wrong.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../scripts/lib/ports.mjs";
import { waitUntil } from "../faults/wait-until.mjs";
import { run } from "./engine.mjs";

const IMAGE = "cpec-sez-tracker";
const MAX_BYTES = 500_000_000;
const START_MS = 240_000;
/** A user that no image knows. */
const ANY_USER = "54321:54321";
const HARDENED = ["--read-only", "--cap-drop=ALL", "--security-opt=no-new-privileges"];
const PROJECT = `tracker-test-${process.pid}`;

/** @typedef {{ engine: string, compose: string[] | null, env: Record<string, string> }} Context */

/** @param {Context} context @param {string[]} args */
const engine = (context, ...args) => run(context.engine, args, { env: context.env });

/** @param {Context} context @param {string} name of a container @returns {string} */
const readLogs = (context, name) => engine(context, "logs", name).output;

/** @param {Context} context @param {string[]} options */
export function checkBuild(context, options) {
  const { status, output } = engine(context, "build", ...options, "-t", IMAGE, ".");
  return status === 0 ? [] : [`the image cannot be built:\n${output.slice(-3000)}`];
}

/** @param {Context} context */
export function checkSize(context) {
  const { output } = engine(context, "image", "inspect", "--format", "{{.Size}}", IMAGE);
  const bytes = Number(output.trim());
  console.log(`  the image has ${Math.round(bytes / 1e6)} MB`);
  return bytes > 0 && bytes < MAX_BYTES ? [] : [`the image has ${output.trim()} bytes`];
}

/** No tool of development, no package manager, no secret is in the image. @param {Context} context */
export function checkContent(context) {
  const names = [
    "typescript",
    "@biomejs",
    "playwright",
    "vitest",
    "esbuild",
    "prisma",
    "tailwindcss",
  ];
  const script = [
    ...names.map((name) => `find / -xdev -type d -path "*/node_modules/${name}"`),
    "find / -xdev -name npm -path '*bin*'",
    // Packages bring tests of their own.
    "find /app -path '*/node_modules' -prune -o -name .env -print -o -name .git -print -o -name '*.test.ts' -print",
  ].join("; ");
  // The last line shows that the search ran to its end, and the first that it finds what is there.
  const all = `find /app -maxdepth 2 -path /app/scripts/start.mjs; ${script}; echo searched`;
  const { output } = engine(context, "run", "--rm", "--user=0", IMAGE, "sh", "-c", all);
  const lines = output.trim().split("\n");
  if (lines.shift() !== "/app/scripts/start.mjs" || lines.pop() !== "searched")
    return [`the image could not be searched: ${output.slice(-500)}`];
  return lines.length === 0 ? [] : [`the image has ${lines.join(", ")}`];
}

/** @param {Context} context */
export function checkRefusesWithoutDatabase(context) {
  const args = ["run", "--rm", ...HARDENED, `--user=${ANY_USER}`, "--network=none", IMAGE];
  const { status, output } = engine(context, ...args);
  return status === 1 && output.includes("DATABASE_URL is not set")
    ? []
    : [`without a database it ended with ${status}: ${output.slice(-500)}`];
}

/** Two containers with the embedded database on one volume: the second refuses. @param {Context} context */
export async function checkOneVolume(context) {
  const volume = `${PROJECT}-volume`;
  const names = [`${PROJECT}-first`, `${PROJECT}-second`];
  const start = (/** @type {string} */ name) =>
    engine(
      context,
      ...["run", "--detach", "--name", name, ...HARDENED, "--volume", `${volume}:/data`],
      ...["--tmpfs=/tmp", "--env=EMBEDDED_DATABASE=on", "--env=LOG_LEVEL=warn", IMAGE],
    );
  const failures = [];
  try {
    const first = start(names[0] ?? "");
    if (first.status !== 0) return [first.output];
    await waitUntil(
      () => readLogs(context, names[0] ?? "").includes("The tracker is at"),
      `the first container serves; it printed: ${readLogs(context, names[0] ?? "")}`,
      START_MS,
    );
    start(names[1] ?? "");
    const second = engine(context, "wait", names[1] ?? "");
    const said = readLogs(context, names[1] ?? "");
    if (second.output.trim() !== "1" || !said.includes("already running"))
      failures.push(`the second container ended with ${second.output.trim()}: ${said.slice(-500)}`);
    const ready = engine(
      context,
      ...["exec", names[0] ?? "", "node", "-e"],
      "fetch('http://127.0.0.1:3000/api/health/ready').then(r=>r.text()).then(console.log)",
    );
    if (!ready.output.includes('"status":"ready"')) failures.push(`the first says ${ready.output}`);
    if (!ready.output.includes('"roles":"two"')) failures.push(`roles: ${ready.output}`);
    // After the first has stopped, the volume can be used again.
    engine(context, "stop", "--time=20", names[0] ?? "");
    names.push(`${PROJECT}-third`);
    const third = start(`${PROJECT}-third`);
    if (third.status !== 0) failures.push(third.output);
    await waitUntil(
      () => readLogs(context, `${PROJECT}-third`).includes("The tracker is at"),
      "a container starts on the volume that another has left",
      START_MS,
    );
  } finally {
    engine(context, "rm", "--force", ...names);
    engine(context, "volume", "rm", "--force", volume);
  }
  return failures;
}

/**
 * docker-compose.yml as it is: health, roles, the proxy, one instance stopped, the database stopped.
 * @param {Context} context
 */
export async function checkCompose(context) {
  if (context.compose === null) return ["Compose is not installed"];
  const [program = "", ...prefix] = context.compose;
  const port = await findFreePort();
  const secret = () => randomBytes(24).toString("hex");
  const admin = { email: "admin@example.org", password: "a password for the containers" };
  const env = {
    ...context.env,
    PORT: String(port),
    POSTGRES_PASSWORD: secret(),
    OWNER_PASSWORD: secret(),
    APP_PASSWORD: secret(),
    AUTH_SECRET: secret(),
    BOOTSTRAP_ADMIN_EMAIL: admin.email,
    BOOTSTRAP_ADMIN_PASSWORD: admin.password,
    TRACKER_USER: ANY_USER,
    LOG_LEVEL: "info",
  };
  const compose = (/** @type {string[]} */ ...args) =>
    run(program, [...prefix, "--project-name", PROJECT, ...args], { env, timeoutMs: 600_000 });
  const address = `http://localhost:${port}`;
  const get = (/** @type {string} */ path, /** @type {RequestInit} */ options = {}) =>
    fetch(`${address}${path}`, { signal: AbortSignal.timeout(10_000), ...options });
  /** @type {string[]} */
  const failures = [];
  /** @param {string} what @param {boolean} isTrue */
  const expect = (what, isTrue) => {
    if (!isTrue) failures.push(what);
  };
  /** Each instance answers, in turn. @param {string} when @param {number} count */
  const readAll = async (when, count = 20) => {
    for (let turn = 0; turn < count; turn++) {
      const path = ["/", "/api/v1/zones?limit=2", "/readiness"][turn % 3] ?? "/";
      const status = await get(path).then(
        (response) => response.status,
        (error) => error.message,
      );
      expect(`${when}, ${path} was answered with ${status}`, status === 200);
    }
  };
  try {
    const up = compose("up", "--detach", "--no-build", "--wait", "--wait-timeout", "300");
    if (up.status !== 0)
      return [`compose up: ${up.output.slice(-2000)}\n${compose("logs").output.slice(-4000)}`];
    const health = await (await get("/api/health/ready")).json();
    expect(`the health is ${JSON.stringify(health)}`, health.status === "ready");
    expect(`the roles are ${health.roles}`, health.roles === "two");
    await readAll("with everything up");

    // The owner's password is in no instance.
    for (const name of ["tracker-1", "tracker-2"]) {
      const found = compose(
        "exec",
        "-T",
        name,
        "sh",
        "-c",
        "cat /proc/[0-9]*/environ | tr '\\0' '\\n'",
      );
      expect(`${name} does not show its environment`, found.output.includes("DATABASE_URL="));
      expect(`${name} has the owner's password`, !found.output.includes(env.OWNER_PASSWORD));
      const write = compose("exec", "-T", name, "sh", "-c", "touch /app/x; touch /x; id -u");
      expect(`${name} can write: ${write.output}`, write.output.match(/Read-only/g)?.length === 2);
      expect(`${name} runs as ${write.output}`, write.output.includes("54321"));
    }

    // Files of the build and answers of the API come from the proxy's cache the second time; pages never do.
    const html = await (await get("/")).text();
    const script = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? "/none";
    await (await get(script)).arrayBuffer();
    const cached = await get(script);
    expect(
      `${script} has X-Cache ${cached.headers.get("x-cache")}`,
      cached.headers.get("x-cache") === "HIT",
    );
    for (const [path, expected] of [
      ["/api/v1/zones?limit=3", "HIT"],
      ["/coverage", "MISS"],
    ]) {
      await (await get(path)).arrayBuffer();
      const cache = (await get(path)).headers.get("x-cache");
      expect(`${path} has X-Cache ${cache}`, cache === expected);
    }
    const metrics = await get("/metrics");
    // The tracker answers 404, too, because it has no token for metrics.
    expect(
      "nginx does not close /metrics",
      metrics.status === 404 && (await metrics.text()).includes("nginx"),
    );

    // Signing in works with BASE_URL by default, and a client cannot choose its address.
    const signIn = await get("/api/auth/sign-in/email", {
      method: "POST",
      headers: {
        ...{ "content-type": "application/json", origin: address },
        "x-forwarded-for": "203.0.113.77",
      },
      body: JSON.stringify(admin),
    });
    expect(`signing in returned ${signIn.status}`, signIn.status === 200);
    const [addresses = ""] = compose(
      ...["exec", "-T", "database", "psql", "-U", "postgres", "-d", "tracker", "-Atc"],
      "SELECT 'from ' || string_agg(ip_address, ' ') FROM session",
    ).output.match(/^from .*$/m) ?? [""];
    expect(`the session has no address: ${addresses}`, /^from [0-9a-f.:]+/.test(addresses));
    expect("a client can choose its address", !addresses.includes("203.0.113"));

    // The live stream passes the proxy at once.
    const stream = await get("/api/v1/stream");
    const chunk = await stream.body?.getReader().read();
    const isStream = stream.headers.get("content-type")?.startsWith("text/event-stream");
    expect("the stream does not begin", Boolean(isStream && chunk?.value?.length));

    compose("stop", "tracker-1");
    await readAll("with one instance stopped");
    compose("start", "tracker-1");
    compose("stop", "database");
    await sleep(5000);
    await readAll("with the database stopped");
    compose("start", "database");
    await waitUntil(
      async () => (await (await get("/api/health/ready")).json()).writes === "accepted",
      "writes are accepted again",
      60_000,
    );
    const verified = compose(
      ...["run", "--rm", "-T", "--no-deps", "migrate", "sh", "-c"],
      "node scripts/db.mjs backup /data/a.backup && node scripts/db.mjs verify-backup /data/a.backup",
    );
    expect(`backup: ${verified.output.slice(-500)}`, verified.output.includes("is complete"));
  } catch (error) {
    failures.push(`${error.message}\n${compose("logs").output.slice(-3000)}`);
  } finally {
    compose("down", "--volumes", "--timeout", "20");
  }
  return failures;
}
