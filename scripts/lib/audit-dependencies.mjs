// Whether what the tracker is made of has known holes, as the package registry tells.
import { spawn } from "node:child_process";
import { ROOT } from "./root.mjs";

/** @returns {Promise<any>} the report; null where there is none */
function askRegistry() {
  return new Promise((resolve) => {
    const npm = spawn("npm", ["audit", "--omit=dev", "--json"], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 60_000,
    });
    let text = "";
    npm.stdout.on("data", (chunk) => {
      text += chunk;
    });
    npm.once("error", () => resolve(null));
    npm.once("close", () => {
      try {
        resolve(JSON.parse(text));
      } catch {
        // It says in its own words, or not at all, that it could not ask.
        resolve(null);
      }
    });
  });
}

/**
 * Audits what is installed for production. Where the registry cannot be asked, offline or since it keeps no
 * such list, that is said and counts as neither.
 * @param {(line: string) => void} say
 * @returns {Promise<{ passed: number, failed: number }>} failed: something is known to be high or critical
 */
export async function auditDependencies(say) {
  const report = await askRegistry();
  const counts = report?.metadata?.vulnerabilities;
  if (!counts) {
    say("The dependencies could not be audited: the registry could not be asked.");
    return { passed: 0, failed: 0 };
  }
  const bad = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) =>
    ["high", "critical"].includes(severity),
  );
  for (const { name, severity, range } of bad) say(`${name} ${range}: ${severity}`);
  if (bad.length === 0) say(`Audited: ${counts.total} findings, none of them high or critical.`);
  return bad.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
