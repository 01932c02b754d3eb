// The command line of the desk.
import { runCommand } from './cli/run-command.ts';

// Whoever pipes into `head` has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await runCommand(process.argv.slice(2));
