"use client";

import { useCallback, useEffect, useState } from "react";
import { findOtherPerson } from "@/lib/client/session";

/** The person who took over the browser while a form of the desk was open. */
export interface OtherPerson {
  /** The name; null: the form's own person is signed in, or nobody is known to be. */
  readonly name: string | null;
  /** Looks again, before something is sent. @returns whether another person is signed in by now */
  readonly check: () => Promise<boolean>;
}

/**
 * Notices that another person signed in in this browser while a form is open: that person never sees what was typed, and
 * nothing is sent under their name. `OtherPersonNotice` then stands in place of the form.
 * @param personId the person for whom the form was opened
 */
export function useOtherPerson(personId: string): OtherPerson {
  const [name, setName] = useState<string | null>(null);
  const check = useCallback(async () => {
    const other = await findOtherPerson(personId);
    setName(other);
    return other !== null;
  }, [personId]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void check();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [check]);
  return { name, check };
}
