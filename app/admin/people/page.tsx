import { Forbidden, requireRole, titlePage } from "@/app/admin/admin-access";
import { AccountTabs } from "@/components/features/account/account-tabs";
import { PeopleList } from "@/components/features/account/people-list";
import { FeatureText } from "@/components/layout/feature-text";
import { PageTitle } from "@/components/layout/reading-page";
import { listPeople } from "@/lib/server/accounts/people";
import { getText } from "@/lib/server/text/get-text";
import {
  changePersonRole,
  createUser,
  deactivateUser,
  reactivateUser,
  resetPersonPassword,
  revokeSessions,
} from "./actions";

export const generateMetadata = titlePage((t) => t("admin.people.title"));

/** Everyone with an account, for admins. */
export default async function PeoplePage() {
  const person = await requireRole("manage-people", "/admin/people");
  if (!person) return <Forbidden act="manage-people" />;
  const { t } = await getText();
  return (
    <>
      <PageTitle
        small
        className="mb-4"
        title={t("admin.people.title")}
        lead={t("admin.people.lead")}
      />
      <AccountTabs role={person.role} current="people" />
      <FeatureText namespaces={["admin"]}>
        <PeopleList
          people={await listPeople()}
          self={person.id}
          changes={{
            add: createUser,
            role: changePersonRole,
            password: resetPersonPassword,
            sessions: revokeSessions,
            close: deactivateUser,
            reopen: reactivateUser,
          }}
        />
      </FeatureText>
    </>
  );
}
