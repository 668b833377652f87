"use client";

import { useCallback, useEffect, useState } from "react";
import { fetchSignedIn } from "@/lib/client/session";

/** The person who took over the browser while a form of the desk was open. */
export interface OtherPerson {
  /** The name; null: the form's own person is signed in, or nobody is known to be. */
  readonly name: string | null;
  /** Looks again, before something is sent. @returns whether another person is signed in by now */
  readonly check: () => Promise<boolean>;
  /**
   * Looks again, before the page is read again: read for another person or for nobody, it would put away what is typed.
   * @returns false: the form's own person is signed in
   */
  readonly isAway: () => Promise<boolean>;
}

/**
 * Notices that another person signed in in this browser while a form is open: that person never sees what was typed, and
 * nothing is sent under their name. `OtherPersonNotice` then stands in place of the form.
 * @param personId the person for whom the form was opened
 */
export function useOtherPerson(personId: string): OtherPerson {
  const [name, setName] = useState<string | null>(null);
  const look = useCallback(async () => {
    const person = await fetchSignedIn();
    const isOther = person !== null && person.id !== personId;
    setName(isOther ? person.name : null);
    return { isOther, isAway: person === null || isOther };
  }, [personId]);
  useEffect(() => {
    const lookIfVisible = () => {
      if (document.visibilityState === "visible") void look();
    };
    document.addEventListener("visibilitychange", lookIfVisible);
    return () => document.removeEventListener("visibilitychange", lookIfVisible);
  }, [look]);
  return {
    name,
    check: async () => (await look()).isOther,
    isAway: async () => (await look()).isAway,
  };
}
