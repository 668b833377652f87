import { respondUnknownAddress } from "@/lib/server/http/unknown-address-route";

export {
  respondUnknownAddress as DELETE,
  respondUnknownAddress as GET,
  respondUnknownAddress as PATCH,
  respondUnknownAddress as POST,
  respondUnknownAddress as PUT,
};
