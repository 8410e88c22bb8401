import { expect, it } from 'vitest';
import { messagesEn } from './en.js';
import { messagesId } from './id.js';
import { knowMessages, messagesIn } from './messages.js';

it('tells problems in Indonesian until the messages of the locale are known', () => {
  expect(messagesIn('id')).toBe(messagesId);
  expect(messagesIn('en')).toBe(messagesId);
  knowMessages('en', messagesEn);
  expect(messagesIn('en')).toBe(messagesEn);
});
