import { PasswordField } from "@/components/ui/password-field";
import { useText } from "@/lib/text/use-text";

/** The password of the signed-in admin, which confirms a change. The form field is `ownPassword`. */
export function OwnPassword({ fault }: { fault: string | null }) {
  const { t } = useText();
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
