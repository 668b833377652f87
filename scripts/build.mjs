// `npm run build`: the production build, where `npm start` is not what builds it (an image, say).
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";

try {
  await ensureInstalled({ say: console.log });
  if (!(await ensureBuilt({ say: console.log }))) console.log("The build is up to date.");
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
