"use client";

import { PageError } from "@/components/layout/page-error";

/**
 * Shown inside the frame of the public pages, with its header, where a page fails. There is no such page above the frame:
 * every page would load it once more, and where the frame fails `global-error.tsx` is shown.
 */
export default PageError;
