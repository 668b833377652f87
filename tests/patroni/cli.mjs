// `npm run test:patroni`: 2 instances of the tracker on 3 PostgreSQL nodes under Patroni. The primary is killed, frozen,
// switched over, and killed with writes that no other node has. Options: `--rounds N` (default 20), `--kind NAME`
// (repeatable; default: all, in turn). Needs etcd, HAProxy, Patroni and PostgreSQL of the system:
// on Debian `apt-get install etcd-server haproxy patroni postgresql python3-etcd`.
import { parseArgs } from "node:util";
import { ensureInstalled } from "../../scripts/lib/install-and-build.mjs";
import { findPrograms } from "./programs.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "20" },
    kind: { type: "string", multiple: true },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error("--rounds must be a whole number of at least 1.");
  process.exit(2);
}
const programs = findPrograms();
if (typeof programs === "string") {
  console.log(`NOT TESTED: not installed here: ${programs}. This is neither a pass nor a failure.`);
  process.exit(0);
}
await ensureInstalled({ log: console.log });
const { FAILOVER_KINDS, runFailovers } = await import("./run-rounds.mjs");
const kinds = values.kind ?? Object.keys(FAILOVER_KINDS);
const unknown = kinds.find((name) => !Object.hasOwn(FAILOVER_KINDS, name));
if (unknown !== undefined) {
  console.error(
    `There is no kind "${unknown}". They are: ${Object.keys(FAILOVER_KINDS).join(", ")}.`,
  );
  process.exit(2);
}
const { passed, failed } = await runFailovers({ rounds, kinds, programs });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
