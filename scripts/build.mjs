// `npm run build`: the production build, for example in a container image. `npm start` also builds if needed.
import { ensureBuilt, ensureInstalled } from "./lib/install-and-build.mjs";

try {
  await ensureInstalled({ log: console.log });
  if (!(await ensureBuilt({ log: console.log }))) console.log("The build is up to date.");
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
