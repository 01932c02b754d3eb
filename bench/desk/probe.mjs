// Loaded into each measured server: tells its parent what it has used; JavaScript, so that it takes no time at the start.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.MEASURED === process.argv[1]) answerParent();

function answerParent() {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // A server goes with the bench that started it.
  process.once('disconnect', () => process.exit());
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send({
      processor: (user + system) / 1000,
      memory: process.memoryUsage.rss(),
      late: delay.percentile(99) / 1e6,
      latest: delay.max / 1e6,
    });
    delay.reset();
  });
}
