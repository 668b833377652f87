// Requests that the API refuses. None of them may compile.
import createClient from "openapi-fetch";
import type { paths } from "./clients/openapi-typescript.js";

const client = createClient<paths>();
await client.GET("/api/v1/zones", { params: { query: { province: ["no-such-province"] } } });
await client.GET("/api/v1/zones", { params: { query: { noSuchParameter: "sindh" } } });
await client.GET("/api/v1/no-such-address");
