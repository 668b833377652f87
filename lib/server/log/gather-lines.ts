import "server-only";

/** Milliseconds that a line waits for others. */
const WAIT_MS = 20;
/** Characters that are not kept waiting. */
const MOST = 64 * 1024;

/**
 * Writes lines together: Node writes to a pipe at once and waits until that is done, which takes longer than an answer that
 * is kept. A process that is killed loses the lines of its last 20 milliseconds; one that ends in any other way loses none.
 * @param write writes text at once
 * @returns takes a line with its end
 */
export function gatherLines(write: (text: string) => void): (line: string) => void {
  let waiting = "";
  const flush = () => {
    const text = waiting;
    waiting = "";
    if (text !== "") write(text);
  };
  process.once("exit", flush);
  return (line) => {
    if (waiting === "") setTimeout(flush, WAIT_MS).unref();
    waiting += line;
    if (waiting.length >= MOST) flush();
  };
}
