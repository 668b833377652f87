// Asks npm's registry for known vulnerabilities of the production dependencies.
import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

/** How long npm may take. */
const TIMEOUT_MS = 60_000;

/** @returns {Promise<{ report: any, reason: string }>} npm's report; null with the reason if there is none */
function getAuditReport() {
  return new Promise((resolve) => {
    const npm = spawn("npm", ["audit", "--omit=dev", "--json"], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: TIMEOUT_MS,
    });
    let [text, complaint] = ["", ""];
    npm.stdout.on("data", (chunk) => {
      text += chunk;
    });
    npm.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    npm.once("error", (error) => resolve({ report: null, reason: error.message }));
    npm.once("close", (_, signal) => {
      if (signal) {
        resolve({ report: null, reason: `no answer within ${TIMEOUT_MS / 1000} s` });
        return;
      }
      try {
        const report = JSON.parse(text);
        const reason = report.error?.summary || report.message || "npm's report has no counts";
        resolve({ report, reason: String(reason) });
      } catch {
        // Some failures leave no JSON.
        resolve({ report: null, reason: complaint.trim().split("\n")[0] || "npm gave no report" });
      }
    });
  });
}

/**
 * Audits the production dependencies. If the registry cannot be asked, the audit counts as neither passed nor failed,
 * and a message says so.
 * @param {(line: string) => void} log
 * @returns {Promise<{ passed: number, failed: number }>} failed: 1 if a vulnerability is high or critical
 */
export async function auditDependencies(log) {
  const { report, reason } = await getAuditReport();
  const counts = report?.metadata?.vulnerabilities;
  if (!counts) {
    log(
      `NOT AUDITED: npm could not ask the registry for vulnerabilities of the dependencies (${reason}). This is neither a pass nor a failure. Run npm test audit where the registry can be reached.`,
    );
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
