"use client";

import PageError from "../error";

/** The same error page inside the frame of the public pages, with its header. */
export default PageError;
