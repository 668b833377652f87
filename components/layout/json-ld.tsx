import type { StructuredData } from "@/lib/contract/structured-data";

/**
 * Data about the page for search engines (schema.org). It is a data block and no script, so the content security policy asks no
 * nonce for it. `<` is escaped, so that no text of the data can end the element.
 */
export function JsonLd({ data }: { data: StructuredData }) {
  const document = { "@context": "https://schema.org", ...data };
  return (
    <script type="application/ld+json">
      {JSON.stringify(document).replaceAll("<", "\\u003c")}
    </script>
  );
}
