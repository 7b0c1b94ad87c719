// Preloaded into every measured server, so that the CPU of all is read the same way: over the process channel.
process.on('message', (message) => {
  if (message === 'cpu') process.send?.({ cpu: process.cpuUsage() });
  if (message === 'stop') process.exit(0);
});
