import { PasswordField } from "@/components/ui/password-field";
import { usePlainText } from "@/lib/text/use-plain-text";

/** The password of the signed-in admin, which confirms a change. The form field is `ownPassword`. */
export function OwnPassword({ fault }: { fault: string | null }) {
  const { t } = usePlainText();
  return (
    <PasswordField
      label={t("admin.people.ownPassword")}
      hint={t("admin.people.ownPasswordHint")}
      name="ownPassword"
      autoComplete="current-password"
      required
      maxLength={256}
      error={fault}
    />
  );
}
