"use client";

import PageError from "../error";

/** The same within the frame of the public pages, whose head and navigation stay. */
export default PageError;
