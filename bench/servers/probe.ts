import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

// Preloaded into every measured process: CPU is read, and a profile taken, the same way everywhere, over the process channel.
const session = new Session();

process.on('message', async (message: { ask?: string; file?: string }) => {
  if (message.ask === 'cpu') process.send?.({ cpu: process.cpuUsage() });
  if (message.ask === 'memory') process.send?.({ memory: process.memoryUsage.rss() });
  if (message.ask === 'stop') process.exit(0);
  if (message.ask === 'start-profile') {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    process.send?.({ profiling: true });
  }
  if (message.ask === 'end-profile') {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(message.file ?? '', JSON.stringify(profile));
    process.send?.({ profiled: message.file });
  }
});
