import type { Backend } from '../backend.js';

/** A backend in whose store somebody has changed one letter of every answer: for tests of what is said then. */
export function tamperedAnswers(backend: Backend): Backend {
  const read: Backend['read'] = async (...args) => {
    const record = await backend.read(...args);
    if (record === undefined) return undefined;
    const answers = record.consultation.answers.map((answer) => ({
      ...answer,
      jawaban: `${answer.jawaban.slice(0, -1)}!`,
    }));
    return { ...record, consultation: { ...record.consultation, answers } };
  };
  return new Proxy(backend, {
    get(target, key): unknown {
      if (key === 'read') return read;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
