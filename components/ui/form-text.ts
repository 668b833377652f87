/** The text that a form's field holds; empty where it has no such field. */
export function formText(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value : "";
}
