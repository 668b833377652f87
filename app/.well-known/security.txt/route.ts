import { answerSecurityText } from "@/lib/server/http/security-text";

export const dynamic = "force-dynamic";

/** How to report a vulnerability of this site (RFC 9116). */
export const GET = answerSecurityText;
