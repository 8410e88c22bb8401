import { LpseSurvey } from '../survey/survey.js';
import { define } from './define.js';
import './form.js';

define('lpse-survey', LpseSurvey);

declare global {
  interface HTMLElementTagNameMap {
    'lpse-survey': LpseSurvey;
  }
}
