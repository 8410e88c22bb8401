import { defineConfig } from '@playwright/test';
import shared from './playwright.config.js';

/** The working day of 60 visitors, alone. */
export default defineConfig({
  ...shared,
  testIgnore: [],
  testMatch: 'working-day.spec.ts',
  workers: 1,
});
