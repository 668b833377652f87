/** The address of a firm's page at a moment. */
export function firmPath(id: string, moment = ""): `/investors/${string}` {
  return `/investors/${encodeURIComponent(id)}${moment}`;
}
