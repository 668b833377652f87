// Clients share the server's time: one that asks for much at once gets a part of it while others ask too.

/** Milliseconds of the processor for requests at the same time after which a client is busy: some pages are less. */
const FREE_MS = 1_000;
/** The part of each millisecond that is taken off again. */
const FORGIVEN = 0.1;
/** Most requests of one client that are worked on at once. */
const MAX_AT_ONCE = 16;
/** A busy client gets 1 turn at a time, and pauses after it for so many times its work, at most so many milliseconds. */
const PAUSE_FACTOR = 2;
const MAX_PAUSE_MS = 2_000;
/** How many milliseconds after its last request a client counts as one that asks. */
const PRESENT_MS = 2_000;
/** Longest wait for a turn, and longest turn, in milliseconds: a client that reads slowly does not hold up its neighbours. */
const MAX_WAIT_MS = 30_000;
const MAX_TURN_MS = 2_000;
/** Clients above this number are forgotten once they have nothing to do. */
const MAX_CLIENTS = 20_000;

/**
 * @typedef {object} Client
 * @property {string} name
 * @property {number} running requests that have their turn
 * @property {(() => void)[]} waiting starts each request that waits, in the order of their arrival
 * @property {number} spent milliseconds of the processor for requests at the same time
 * @property {number} at when `spent` was so
 * @property {number} pausedUntil no turn before
 */

function readWork() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export class FairTurns {
  /** The one whose last request is oldest first. @type {Map<string, Client>} */
  #clients = new Map();
  /** The client of the last request, and the last one of any other. */
  #last = { name: "", at: Number.NEGATIVE_INFINITY };
  #lastOther = this.#last;
  /** Requests of all clients that have their turn. */
  #running = 0;
  #now;
  #work;
  #later;

  /**
   * @param {() => number} [now] milliseconds, from a clock that never goes back
   * @param {() => number} [work] milliseconds that this process has used of the processor. Time alone would charge a
   *   client for what other processes and clients keep the processor busy with.
   * @param {(task: () => void, ms: number) => void} [later]
   */
  constructor(
    now = () => performance.now(),
    work = () => readWork(),
    later = (task, ms) => setTimeout(task, ms).unref(),
  ) {
    this.#now = now;
    this.#work = work;
    this.#later = later;
  }

  /**
   * Waits for a turn of a client.
   * @param {string} name
   * @param {(listener: () => void) => void} onLeave adds a listener for the end of the request
   * @returns {Promise<(() => void) | null>} ends the turn; null without one: none came in time, or the client has left
   */
  take(name, onLeave) {
    const client = this.#see(name);
    return new Promise((resolve) => {
      const start = () => {
        client.running += 1;
        this.#running += 1;
        const end = this.#endOnce(client);
        this.#later(end, MAX_TURN_MS);
        resolve(end);
      };
      const giveUp = () => {
        const at = client.waiting.indexOf(start);
        if (at === -1) return;
        client.waiting.splice(at, 1);
        resolve(null);
      };
      client.waiting.push(start);
      this.#startNext(client);
      if (!client.waiting.includes(start)) return;
      onLeave(giveUp);
      this.#later(giveUp, MAX_WAIT_MS);
    });
  }

  /** @param {string} name @returns {Client} */
  #see(name) {
    const at = this.#now();
    if (name !== this.#last.name) this.#lastOther = this.#last;
    this.#last = { name, at };
    const client = this.#clients.get(name) ?? {
      name,
      running: 0,
      waiting: [],
      spent: 0,
      at,
      pausedUntil: at,
    };
    this.#clients.delete(name);
    this.#clients.set(name, client);
    const [oldest] = this.#clients.values();
    const isIdle = oldest.running === 0 && oldest.waiting.length === 0;
    if (this.#clients.size > MAX_CLIENTS && isIdle) this.#clients.delete(oldest.name);
    return client;
  }

  /** @param {Client} client */
  #endOnce(client) {
    const before = this.#work();
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      // Those that run at the same time share what the process did meanwhile.
      const took = (this.#work() - before) / this.#running;
      this.#running -= 1;
      client.running -= 1;
      const hasMore = client.running > 0 || client.waiting.length > 0;
      this.#charge(client, hasMore ? took : 0);
      if (hasMore && this.#mustShare(client)) this.#pause(client, took * PAUSE_FACTOR);
      this.#startNext(client);
    };
  }

  /** @param {Client} client @param {number} ms */
  #charge(client, ms) {
    const now = this.#now();
    client.spent = Math.max(0, client.spent - (now - client.at) * FORGIVEN) + ms;
    client.at = now;
  }

  /** Is the client busy, and do others ask too? @param {Client} client */
  #mustShare(client) {
    const other = client.name === this.#last.name ? this.#lastOther : this.#last;
    return client.spent > FREE_MS && this.#now() - other.at < PRESENT_MS;
  }

  /** @param {Client} client @param {number} ms */
  #pause(client, ms) {
    const pause = Math.min(ms, MAX_PAUSE_MS);
    client.pausedUntil = this.#now() + pause;
    this.#later(() => this.#startNext(client), pause);
  }

  /** @param {Client} client */
  #startNext(client) {
    while (client.waiting.length > 0 && this.#now() >= client.pausedUntil) {
      if (client.running >= (this.#mustShare(client) ? 1 : MAX_AT_ONCE)) return;
      client.waiting.shift()?.();
    }
  }
}
