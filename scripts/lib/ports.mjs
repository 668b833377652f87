// TCP ports of this machine. Imports only Node's modules, because it runs before any install.
import net from "node:net";
import os from "node:os";

/** @returns {Promise<number>} a free port; another process could still take it before it is used */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** @returns {string} the host that listens on all addresses, IPv6 included if the machine has it */
export function getWildcardHost() {
  const addresses = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.some(({ family }) => family === "IPv6") ? "::" : "0.0.0.0";
}

/**
 * @param {number} port
 * @param {string} host where a server listens
 * @param {string} local the name of this machine, for a server that listens on all its addresses
 * @returns {string} the server's address for a program on this machine, without a trailing slash
 */
export function getLocalAddress(port, host, local) {
  const name = host === "::" || host === "0.0.0.0" ? local : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | null>} why the server cannot listen there; null if it can
 */
export function findPortProblem(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error) => {
      if (error.code === "EADDRINUSE") resolve(`port ${port} is in use by another program`);
      else if (error.code === "EACCES") resolve(`this user may not listen on port ${port}`);
      else resolve(error.message);
    });
    probe.listen({ port, host }, () => probe.close(() => resolve(null)));
  });
}
