import { useId } from "react";
import { ROLES, type Role } from "@/lib/catalogue/roles";
import { usePlainText } from "@/lib/text/use-plain-text";

/** Radio buttons for the roles, each with its permissions. The form field is `role`. */
export function RoleChoice({ initial, fault }: { initial: Role; fault: string | null }) {
  const { t } = usePlainText();
  const id = useId();
  return (
    <fieldset className="grid gap-1" aria-describedby={fault ? id : undefined}>
      <legend className="mb-1 font-medium text-12">{t("admin.people.role.label")}</legend>
      {ROLES.map((role) => (
        <label
          key={role}
          className="flex items-baseline gap-2.5 rounded-2 px-2.5 py-1.5 shadow-[inset_0_0_0_1px_var(--color-line)] has-checked:bg-accent-wash has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)] pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name="role"
            value={role}
            defaultChecked={role === initial}
            aria-invalid={fault ? true : undefined}
            className="accent-(--color-accent)"
          />
          <span>
            <b className="font-medium">{t(`common.role.${role}`)}</b>{" "}
            <span className="text-12 text-ink-2">{t(`admin.people.role.may.${role}`)}</span>
          </span>
        </label>
      ))}
      {fault ? (
        <p id={id} className="text-12 text-rust">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}
