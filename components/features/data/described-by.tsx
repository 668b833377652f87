import { JSON_LD_TYPE } from "@/lib/contract/dcat";
import { ENDPOINTS } from "@/lib/contract/endpoints";
import { LICENCE } from "@/lib/formats/file-notes";

/** Where programs find the catalogue of the data and its licence; React puts both into the head of the document. */
export function DescribedBy() {
  return (
    <>
      <link rel="describedby" type={JSON_LD_TYPE} href={ENDPOINTS.catalogue.path} />
      <link rel="license" href={LICENCE.url} />
    </>
  );
}
