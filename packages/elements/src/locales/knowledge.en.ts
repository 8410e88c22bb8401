import { similarityWords, type KnowledgeTexts } from './knowledge.js';

export const en: KnowledgeTexts = {
  heading: 'Suggested answers',
  search: 'Search earlier answers',
  canned: 'prepared answer',
  earlier: 'earlier consultation',
  similar: (similarity: number) =>
    similarityWords(['Very similar', 'Similar', 'Somewhat similar'], similarity),
  uses: (count: number) => (count === 1 ? 'used once' : `used ${count} times`),
  confirmed: 'confirmed to help',
  references: (list: string) => `References: ${list}`,
  insert: 'Put it into the answer',
  insertHint: 'or press Ctrl+Enter on its title',
  inserted: 'The answer was put in. Please adapt it before you initial it.',
  reading: 'Reading earlier answers…',
  failed: 'Not all earlier answers could be read.',
  nothing: 'No suggestions yet. They appear while you write.',
  count: (count: number) =>
    `${count} ${count === 1 ? 'suggestion' : 'suggestions'}. Names and numbers of people are not shown.`,
};
