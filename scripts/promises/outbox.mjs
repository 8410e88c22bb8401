// The promises of the outbox in full: 5,000 submissions over a bad line, 500 races of two tabs. Prints seed and counts.
import process from 'node:process';
import { runNode, tool } from '../lib/run.mjs';

process.env.LPSE_OUTBOX_TOTAL ??= '5000';
process.env.LPSE_OUTBOX_RACES ??= '500';
const args = ['run', '--testTimeout=1200000', 'packages/client/src/outbox'];
process.exitCode = await runNode(tool('vitest'), args, { timeout: 30 * 60_000 });
