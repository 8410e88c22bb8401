/** What is wrong with an answer, in the words that the hand-written forms use. */
export function problemOf(question, value) {
  const isEmpty = value === undefined || value === '' || value === false || value?.length === 0;
  if (isEmpty) return question.required ? `Mohon isi ${question.label}.` : undefined;
  if (question.minLength > value.length)
    return `Mohon isi paling sedikit ${question.minLength} huruf.`;
  if (question.maxLength < value.length)
    return `Mohon isi paling banyak ${question.maxLength} huruf.`;
  if (question.minimum > value) return `Mohon isi paling sedikit ${question.minimum}.`;
  if (question.maximum < value) return `Mohon isi paling banyak ${question.maximum}.`;
  if (question.pattern !== undefined && !new RegExp(question.pattern, 'u').test(value))
    return `Mohon periksa ${question.label}.`;
  return undefined;
}
