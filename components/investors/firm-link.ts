/** The address of a firm's page at a moment. */
export function firmPath(id: string, moment: string): string {
  return `/investors/${id}${moment}`;
}
