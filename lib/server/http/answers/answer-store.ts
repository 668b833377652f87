import "server-only";
import type { KeptAnswer } from "./kept-answer";

/** Bytes that an answer takes beside its bodies. */
const OVERHEAD_BYTES = 2_048;
/** Addresses of which is remembered that their answers cannot be kept. */
const MAX_UNKEPT = 2_000;

/** What became of an answer that was made: it is kept; it can never be; it failed; or its client left before. */
export type Made = KeptAnswer | "unkept" | "failed" | "left";

/**
 * The answers of one state of the registry and one day, by their keys. Another state or day empties it. It holds no more
 * bytes than its limit; the answer that was asked for longest ago goes first.
 */
export class AnswerStore {
  private readonly kept = new Map<string, { readonly answer: KeptAnswer; bytes: number }>();
  private readonly unkept = new Set<string>();
  private readonly pending = new Map<string, Promise<Made>>();
  private state: unknown = null;
  private day = "";
  private bytes = 0;

  constructor(readonly maxBytes: number) {}

  /** The bytes of all answers that are kept. */
  get size(): number {
    return this.bytes;
  }

  /** Empties the store unless it is of this state and day. */
  turnTo(state: unknown, day: string): void {
    if (state === this.state && day === this.day) return;
    this.state = state;
    this.day = day;
    this.bytes = 0;
    for (const answers of [this.kept, this.unkept, this.pending]) answers.clear();
  }

  /** Is the store of this state and day? */
  isOf(state: unknown, day: string): boolean {
    return state === this.state && day === this.day;
  }

  /** A kept answer; "unkept": it cannot be kept; undefined: nobody has asked for it. */
  find(key: string): KeptAnswer | "unkept" | undefined {
    const found = this.kept.get(key);
    if (!found) return this.unkept.has(key) ? "unkept" : undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.answer;
  }

  /** The answer that another request has begun to make. */
  findPending(key: string): Promise<Made> | undefined {
    return this.pending.get(key);
  }

  /** Notes that an answer is being made, so that equal requests wait for it, and keeps what is made. */
  expect(key: string, making: Promise<Made>): void {
    this.pending.set(key, making);
    const { state, day } = this;
    void making
      .catch(() => "failed" as const)
      .then((made) => {
        if (!this.isOf(state, day) || this.pending.get(key) !== making) return;
        this.pending.delete(key);
        if (made === "unkept") this.markUnkept(key);
        // Not by its class: who made the store can have another copy of the module than who made the answer.
        else if (typeof made === "object") this.keep(key, made);
      });
  }

  private markUnkept(key: string): void {
    this.unkept.add(key);
    const [oldest] = this.unkept;
    if (this.unkept.size > MAX_UNKEPT && oldest !== undefined) this.unkept.delete(oldest);
  }

  private keep(key: string, answer: KeptAnswer): void {
    this.kept.set(key, { answer, bytes: 0 });
    this.count(key, answer);
    // Each further encoding of it is made when a client first asks for it.
    answer.onGrowth = () => this.count(key, answer);
  }

  private count(key: string, answer: KeptAnswer): void {
    const found = this.kept.get(key);
    if (found?.answer !== answer) return;
    const bytes = answer.bytes + key.length + OVERHEAD_BYTES;
    this.bytes += bytes - found.bytes;
    found.bytes = bytes;
    for (const [oldest, { bytes: freed }] of this.kept) {
      if (this.bytes <= this.maxBytes) return;
      this.kept.delete(oldest);
      this.bytes -= freed;
    }
  }
}
