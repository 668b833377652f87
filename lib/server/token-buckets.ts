import "server-only";

/** Most clients that are remembered. A forgotten one starts with a full bucket. */
const MAX_CLIENTS = 20_000;

/** How many tokens a bucket can hold, and how many it gains per second. */
interface BucketSize {
  readonly capacity: number;
  readonly perSecond: number;
}

/** What is left of a client's tokens. */
interface Tokens {
  /** Whole tokens that are left. */
  readonly left: number;
  /** Whole seconds until the next token; 0 if one was taken. */
  readonly waitSeconds: number;
  /** Whole seconds until the bucket is full. */
  readonly fullSeconds: number;
}

/** A token bucket for each client. A client that is not remembered has a full bucket. */
export class TokenBuckets {
  /** The least recently used first. */
  private readonly buckets = new Map<string, { readonly tokens: number; readonly at: number }>();

  constructor(private readonly size: BucketSize) {}

  /** The clients that are remembered. */
  get clients(): number {
    return this.buckets.size;
  }

  /**
   * Takes a token of a client, if there is one.
   * @param now milliseconds, from any clock that never goes back
   */
  take(client: string, now: number): Tokens {
    const { capacity, perSecond } = this.size;
    const last = this.buckets.get(client);
    const gained = last ? ((now - last.at) / 1000) * perSecond : 0;
    const before = last ? Math.min(capacity, last.tokens + gained) : capacity;
    const isTaken = before >= 1;
    const tokens = isTaken ? before - 1 : before;
    this.buckets.delete(client);
    this.buckets.set(client, { tokens, at: now });
    this.forgetOldest();
    return {
      left: Math.floor(tokens),
      waitSeconds: isTaken ? 0 : Math.max(1, Math.ceil((1 - before) / perSecond)),
      fullSeconds: Math.ceil((capacity - tokens) / perSecond),
    };
  }

  /** Gives a client back a token that it took. */
  giveBack(client: string): void {
    const last = this.buckets.get(client);
    if (!last) return;
    this.buckets.set(client, { ...last, tokens: Math.min(this.size.capacity, last.tokens + 1) });
  }

  private forgetOldest(): void {
    if (this.buckets.size <= MAX_CLIENTS) return;
    const [oldest] = this.buckets.keys();
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
