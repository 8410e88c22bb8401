import { alert } from '../styles/alert.js';
import { base } from '../styles/base.js';
import { button } from '../styles/button.js';
import { formControl } from '../styles/form-control.js';
import { tokens } from '../styles/tokens.js';
import { formStyles } from './form.styles.js';
import { inkStyles } from './ink.styles.js';
import { stepsStyles } from './steps.styles.js';

/** Everything that a form wears. */
export const sheets = [
  tokens,
  base,
  button,
  alert,
  formControl,
  formStyles,
  inkStyles,
  stepsStyles,
];
