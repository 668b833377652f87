/** First stop of the keyboard: jumps over the header to the page's `<main id="main">`. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="skip-link sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-2 focus:bg-accent focus:px-3 focus:py-2 focus:font-semibold focus:text-accent-ink"
    >
      Skip to the content
    </a>
  );
}
