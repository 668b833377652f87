import { spawnSync } from "node:child_process";

/** Arguments of `unshare` that start a program as in another container: it does not see the processes of this one. */
export const CONTAINER_ARGS: readonly string[] = ["--pid", "--fork", "--mount-proc", "--ipc"];

/** Whether this system and user can start such a program, with more arguments of `unshare`. */
export function canUnshare(...more: readonly string[]): boolean {
  return spawnSync("unshare", [...CONTAINER_ARGS, ...more, "true"]).status === 0;
}
