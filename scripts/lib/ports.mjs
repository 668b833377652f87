// Ports of this machine. Node's own modules only: it runs before any install.
import net from "node:net";
import os from "node:os";

/** @returns {Promise<number>} a port that was free a moment ago */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** @returns {string} every address of this machine, of both families where it has both */
export function everyAddress() {
  const all = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
  return all.some((address) => address.family === "IPv6") ? "::" : "0.0.0.0";
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | null>} null where the port can be had, else why not
 */
export function whyPortTaken(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error) => {
      if (error.code === "EADDRINUSE") resolve(`port ${port} is in use by another program`);
      else if (error.code === "EACCES") resolve(`port ${port} needs more rights`);
      else resolve(error.message);
    });
    probe.listen({ port, host }, () => probe.close(() => resolve(null)));
  });
}
