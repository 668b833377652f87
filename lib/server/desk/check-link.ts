import "server-only";
import { lookup as systemLookup } from "node:dns/promises";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { BlockList, isIP } from "node:net";
import type { LinkResult } from "@/lib/contract/link-results";

/** What asking for a link gave. */
export interface LinkAnswer {
  readonly result: LinkResult;
  /** Of HTTP, 100 to 599; null: there was no answer, or one with another status. */
  readonly status: number | null;
}

/** A network address. */
interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** How names are resolved and which addresses may be asked; tests replace them. */
export interface LinkNetwork {
  readonly lookup: (host: string) => Promise<readonly HostAddress[]>;
  readonly isAllowed: (address: HostAddress, port: number) => boolean;
  /** Milliseconds for one link. */
  readonly timeoutMs?: number;
}

/** For the lookup of the name and both requests together. */
const TIMEOUT_MS = 8_000;
const MAX_HEADER_BYTES = 16 * 1024;
const PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };
/** The page was there and is gone, or its server is. */
const GONE: ReadonlySet<number> = new Set([404, 410]);
/** Answers to HEAD of servers that have the page but do not answer HEAD. */
const ASK_AGAIN: ReadonlySet<number> = new Set([400, 403, 404, 405, 406, 501]);
const DEAD_ERRORS: ReadonlySet<string> = new Set(["ENOTFOUND", "ECONNREFUSED"]);

/** Networks that are not the public internet (IANA special-purpose registries). */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ...[["0.0.0.0", 8] as const, ["10.0.0.0", 8] as const, ["100.64.0.0", 10] as const],
  ...[["127.0.0.0", 8] as const, ["169.254.0.0", 16] as const, ["172.16.0.0", 12] as const],
  ...[["192.0.0.0", 24] as const, ["192.0.2.0", 24] as const, ["192.88.99.0", 24] as const],
  ...[["192.168.0.0", 16] as const, ["198.18.0.0", 15] as const, ["198.51.100.0", 24] as const],
  ...[["203.0.113.0", 24] as const, ["224.0.0.0", 4] as const, ["240.0.0.0", 4] as const],
] as const) {
  PRIVATE.addSubnet(net, bits, "ipv4");
}
/** The only part of IPv6 that is routed, without its parts for documentation, tunnels and translation. */
const GLOBAL_IPV6 = new BlockList();
GLOBAL_IPV6.addSubnet("2000::", 3, "ipv6");
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const) {
  PRIVATE.addSubnet(net, bits, "ipv6");
}

/** Is it an address of the public internet? */
export function isPublicAddress({ address, family }: HostAddress): boolean {
  return family === 4
    ? !PRIVATE.check(address, "ipv4")
    : GLOBAL_IPV6.check(address, "ipv6") && !PRIVATE.check(address, "ipv6");
}

/** How names are resolved outside of tests. */
export const lookup: LinkNetwork["lookup"] = (host) =>
  systemLookup(host, { all: true, verbatim: true });

/** Addresses of the public internet, on the ports of the web. */
export const PUBLIC_WEB: LinkNetwork = {
  lookup,
  isAllowed: (address, port) => isPublicAddress(address) && (port === 80 || port === 443),
};

/**
 * Asks once for a link, with HEAD and, where a server does not answer that, with GET. Only http and https on their own
 * ports, and only addresses of the public internet: the connection goes to the address that was checked, so a name
 * cannot lead elsewhere in between. Redirects are not followed and no body is read. Never throws.
 */
export async function checkLink(link: string, network = PUBLIC_WEB): Promise<LinkAnswer> {
  const refused = { result: "refused", status: null } as const;
  if (!URL.canParse(link)) return refused;
  const url = new URL(link);
  const signal = AbortSignal.timeout(network.timeoutMs ?? TIMEOUT_MS);
  try {
    const address = await findAddress(url, network, signal);
    if (address === null) return refused;
    const ask = async (method: "HEAD" | "GET") => {
      const answer = await requestLink(url, address, { method, signal, for: "link check" });
      answer.destroy();
      return answer.statusCode ?? 0;
    };
    const head = await ask("HEAD");
    const status = ASK_AGAIN.has(head) ? await ask("GET") : head;
    if (status < 100 || status > 599) return { result: "unclear", status: null };
    return { result: readStatus(status), status };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { result: DEAD_ERRORS.has(code) ? "dead" : "unclear", status: null };
  }
}

/**
 * The network address to which a link leads; null where it may not be asked.
 * @throws if the name is not resolved before the signal ends
 */
export async function findAddress(
  url: URL,
  network: LinkNetwork,
  signal: AbortSignal,
): Promise<HostAddress | null> {
  const port = Number(url.port) || PORTS[url.protocol];
  if (port === undefined || url.username !== "" || url.password !== "") return null;
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const family = isIP(host);
  const found =
    family === 0 ? await within(signal, network.lookup(host)) : [{ address: host, family }];
  // One private address among public ones is a trick, too.
  const [address] = found;
  return address && found.every((one) => network.isAllowed(one, port)) ? address : null;
}

function readStatus(status: number): LinkResult {
  if (status >= 200 && status < 300) return "works";
  if (status >= 300 && status < 400) return "moved";
  return GONE.has(status) ? "dead" : "unclear";
}

/** The value of work, which has no limit of its own. @throws when the signal ends before */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

interface LinkRequest {
  readonly method: "HEAD" | "GET";
  readonly signal: AbortSignal;
  /** What the server asks for, as others see it in their logs. */
  readonly for: string;
}

/**
 * The answer to a request that goes to an address found before, and nowhere else. Its body is not read, and no redirect is
 * followed. The caller reads or destroys it.
 * @throws if there is none in time
 */
export function requestLink(
  url: URL,
  { address, family }: HostAddress,
  { method, signal, for: purpose }: LinkRequest,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).request(url, {
      method,
      agent: false,
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
      headers: { "user-agent": `cpec-sez-tracker ${purpose}`, accept: "*/*" },
      lookup: (_host, options, done) => {
        if (options.all) done(null, [{ address, family }]);
        else done(null, address, family);
      },
    });
    request.on("response", resolve);
    // A server that switches to another protocol, which was not asked for, gives no response.
    request.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve(response);
    });
    request.on("error", reject);
    // Whatever else ends the connection: nothing may wait for this link for good.
    request.on("close", () => reject(new Error("The connection ended without an answer.")));
    request.end();
  });
}
