/** The secret that signs sessions in tests. `vitest.config.ts` sets it. */
export const AUTH_SECRET = "a secret of the tests, of more than 32 characters";
