// Checks the production dependencies for known vulnerabilities with `npm audit`.
import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

/** @returns {Promise<any>} the report of `npm audit`; null if there is none */
function getAuditReport() {
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
        // If the registry cannot be reached, npm prints no JSON.
        resolve(null);
      }
    });
  });
}

/**
 * Audits the production dependencies. If the registry cannot be reached or has no audit data, the audit
 * counts as neither passed nor failed, and a message says so.
 * @param {(line: string) => void} log
 * @returns {Promise<{ passed: number, failed: number }>} failed: 1 if a vulnerability is high or critical
 */
export async function auditDependencies(log) {
  const report = await getAuditReport();
  const counts = report?.metadata?.vulnerabilities;
  if (!counts) {
    log("Dependencies not audited: npm could not reach the registry's audit service.");
    return { passed: 0, failed: 0 };
  }
  const severe = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) =>
    ["high", "critical"].includes(severity),
  );
  for (const { name, severity, range } of severe) log(`${name} ${range}: ${severity}`);
  if (severe.length > 0) return { passed: 0, failed: 1 };
  log(`Dependencies audited: ${counts.total} findings, 0 high or critical.`);
  return { passed: 1, failed: 0 };
}
