// Preloaded into the app's server: it stops when its launcher is gone, even if that was killed outright.
const GRACE_MS = 7_000;

const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
  // Nobody else would end one that cannot finish what it is answering.
  setTimeout(() => process.kill(process.pid, "SIGKILL"), GRACE_MS).unref();
}, 1000);
watch.unref();
