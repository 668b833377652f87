import type { Route } from "next";
import { Link } from "@/components/layout/link";
import { findPageName } from "@/components/layout/navigation";
import type { CorrectionSubject } from "@/lib/server/desk/corrections";
import { getPageText } from "@/lib/server/text/page-text";

/** What the correction is about, in words. */
export async function describeSubject({ page, zone, tenancy, field }: CorrectionSubject) {
  const { t, fieldLabel } = await getPageText();
  if (zone === null) {
    const name = findPageName(page);
    return t.rich(name === null ? "correct.about.otherPage" : "correct.about.page", {
      page: name === null ? "" : t(name),
      link: (words) => (
        <Link className="link break-words" href={page as Route} prefetch={false}>
          {words}
        </Link>
      ),
    });
  }
  if (field === null) return t("correct.about.zone", { zone: zone.name });
  const about = { zone: zone.name, field: fieldLabel(field) };
  return tenancy === null
    ? t("correct.about.value", about)
    : t("correct.about.firm", { ...about, firm: tenancy.firm });
}
