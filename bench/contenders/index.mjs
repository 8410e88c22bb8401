import { readFileSync } from 'node:fs';

const versionOf = (name, folder = '..') =>
  JSON.parse(
    readFileSync(new URL(`${folder}/node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  ).version;
const lit = `Lit ${versionOf('lit', '../..')}`;
const react = `React ${versionOf('react')}`;

/**
 * Who is measured: name of the folder, what the report calls it, what it is. A page that is pre-drawn is only loaded: all
 * else is as without.
 */
export const contenders = [
  { name: 'native', title: 'native HTML', about: 'a template, one listener, native constraints' },
  { name: 'lit-bare', title: 'bare Lit', about: `one LitElement, one shadow root (${lit})` },
  {
    name: 'ours',
    title: '`<lpse-form>`',
    about: `generated validator (${lit})`,
  },
  {
    name: 'ours-interpreted',
    title: '`<lpse-form>`, interpreted',
    about: 'the same without a generated validator',
  },
  {
    name: 'ours-predrawn',
    title: '`<lpse-form>`, pre-drawn',
    about: 'the same, with the form already in the HTML; only its cold load differs',
    isPredrawn: true,
  },
  {
    name: 'rjsf',
    title: 'RJSF',
    about: `${versionOf('@rjsf/core')} with ${react}, no style sheet`,
  },
  { name: 'form-js', title: 'form-js viewer', about: versionOf('@bpmn-io/form-js-viewer') },
  {
    name: 'json-forms',
    title: 'JSON Forms',
    about: `${versionOf('@jsonforms/core')} vanilla with ${react}, no style sheet`,
  },
  { name: 'surveyjs', title: 'SurveyJS', about: versionOf('survey-core') },
];
