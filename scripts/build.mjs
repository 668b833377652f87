// `npm run build`: the production build, for example in a container image, or before an update while the tracker runs.
// `npm start` also builds if needed.
import { ensureBuilt, ensureInstalled } from "./lib/install-and-build.mjs";
import { describeFailure } from "./lib/run-command.mjs";

try {
  await ensureInstalled({ log: console.log });
  console.log(`The build is in ${await ensureBuilt({ log: console.log })}.`);
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
