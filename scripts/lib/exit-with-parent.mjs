// Preloaded into the server (`node --import`): stops it when its launcher is gone, even if that was killed.
const GRACE_MS = 7_000;

const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
  // No other process would kill a server that cannot finish its requests.
  setTimeout(() => process.kill(process.pid, "SIGKILL"), GRACE_MS).unref();
}, 1000);
watch.unref();
