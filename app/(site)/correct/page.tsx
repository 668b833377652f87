import type { Route } from "next";
import { metadataOf } from "@/app/(site)/page-metadata";
import { AnsweredCorrections } from "@/components/features/corrections/answered-corrections";
import { CorrectionForm } from "@/components/features/corrections/correction-form";
import { FeatureText } from "@/components/layout/feature-text";
import { Link } from "@/components/layout/link";
import { ReadingPage } from "@/components/layout/reading-page";
import { Section } from "@/components/layout/section";
import { CORRECTION_PROBLEMS } from "@/lib/contract/correction";
import { zoneNames } from "@/lib/evidence/zone-name";
import { readCorrectionSubject, readPublicCorrections } from "@/lib/server/desk/corrections";
import { readOrAway } from "@/lib/server/log/read-or-away";
import { isMailOn } from "@/lib/server/mail/mail";
import { currentView } from "@/lib/server/registry/registry-at";
import { getPageText } from "@/lib/server/text/page-text";
import { describeSubject } from "./describe-subject";

/** Title, description and share card of the page. */
export const generateMetadata = metadataOf("/correct");

/** The form in which readers suggest a correction, how many wait, and the latest answers. */
export default async function Page({ searchParams }: PageProps<"/correct">) {
  const params = await searchParams;
  const first = (name: string) => [params[name] ?? []].flat()[0] ?? "";
  const subject = await readCorrectionSubject({
    page: first("page"),
    zone: first("zone"),
    tenancy: first("tenancy"),
    field: first("field"),
  });
  const { page, zone, tenancy, field } = subject;
  const { t } = await getPageText();
  const found = await readOrAway("corrections", readPublicCorrections);
  const names = zoneNames((await currentView()).rows);
  return (
    <ReadingPage title={t("correct.title")} lead={t("correct.lead")}>
      <div className="grid max-w-[38rem] gap-8">
        <section aria-label={t("correct.title")} className="grid gap-4">
          {zone === null && first("page") === "" ? null : (
            <p className="font-semibold">{await describeSubject(subject)}</p>
          )}
          <FeatureText namespaces={["correct"]}>
            <CorrectionForm
              subject={{
                page,
                zone: zone?.slug ?? "",
                tenancy: tenancy?.id ?? "",
                field: field ?? "",
              }}
              outcome={CORRECTION_PROBLEMS.find((one) => one === first("problem")) ?? null}
              offersMail={isMailOn()}
              note={t.rich("correct.form.privacy", {
                mail: isMailOn() ? "yes" : "no",
                link: (words) => (
                  <Link className="link" href={"/privacy#corrections" as Route} prefetch={false}>
                    {words}
                  </Link>
                ),
              })}
            />
          </FeatureText>
        </section>
        <Section id="answers" title={t("correct.answers.title")}>
          <AnsweredCorrections
            corrections={
              found === "away"
                ? null
                : {
                    ...found,
                    latest: found.latest.map((answer) => ({
                      ...answer,
                      zone: answer.zone && (names.get(answer.zone) ?? answer.zone),
                    })),
                  }
            }
          />
        </Section>
      </div>
    </ReadingPage>
  );
}
