/** Unknown, in words and in italics, wherever a value would stand. `children` says it better where it can: "approval not evidenced". */
export function UnknownValue({ children = "unknown" }: { children?: string }) {
  return <span className="unknown">{children}</span>;
}
