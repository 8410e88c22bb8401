import type { SurveyTexts } from './survey.js';

export const en: SurveyTexts = {
  thanks: 'Thank you for your rating.',
  thanksLead: 'It is kept without your name and without the ticket number.',
  off: 'The satisfaction survey is not open at the moment.',
};
