import { answerSecurityText } from "@/lib/server/http/security-text";

/** How to report a vulnerability of this site (RFC 9116). */
export const GET = answerSecurityText;
