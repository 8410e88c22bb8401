import fc from 'fast-check';

/**
 * Properties are tried with the same cases on every run, so that a check fails because of what was changed and not by
 * chance. `FAST_CHECK_SEED=random` looks for new cases, another number repeats what such a run has printed.
 */
const wish = process.env['FAST_CHECK_SEED'] ?? '20260101';
if (wish !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wish) });
