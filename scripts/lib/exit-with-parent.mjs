// Preloaded into the app's server: it stops when its launcher is gone, even if that was killed outright.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, 1000).unref();
