import { sourceFileHandlers } from "@/lib/server/http/source-file-route";

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = sourceFileHandlers;
