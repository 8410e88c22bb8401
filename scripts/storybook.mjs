import { ensureInstall } from './lib/ensure-install.mjs';
import { runNode, tool } from './lib/run.mjs';

/** `storybook.mjs dev` serves the stories and follows edits; `build` writes storybook-static. */
async function storybook(mode) {
  if (mode !== 'dev' && mode !== 'build') {
    throw new Error('Usage: node scripts/storybook.mjs dev|build');
  }
  await ensureInstall();
  const { writeManifest } = await import('./lib/manifest.mjs');
  await writeManifest();
  const args =
    mode === 'dev'
      ? ['dev', '--host', '127.0.0.1', '--port', process.env.PORT ?? '6006', '--no-open']
      : ['build', '--output-dir', 'storybook-static', '--quiet'];
  process.exitCode = await runNode(tool('storybook'), args, {
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  });
}

storybook(process.argv[2]).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
