import { METHOD_PARTS } from "./contents";

/** The table of contents: beside the text where there is room, folded above it where there is not. */
export function ContentsList() {
  return (
    <>
      <nav
        aria-label="Contents"
        className="no-print sticky top-6 hidden max-h-[calc(100dvh-3rem)] self-start overflow-y-auto lg:block"
      >
        <Links />
      </nav>
      <details className="no-print border-line border-y py-2 lg:hidden">
        <summary className="flex min-h-(--control) items-center font-semibold text-15">
          On this page
        </summary>
        <nav aria-label="Contents">
          <Links />
        </nav>
      </details>
    </>
  );
}

function Links() {
  return (
    <ol className="grid gap-0.5">
      {METHOD_PARTS.map(({ id, title }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className="flex min-h-6 items-center text-ink-2 hover:text-accent hover:underline pointer-coarse:min-h-11"
          >
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
}
