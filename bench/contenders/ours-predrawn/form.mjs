export { source } from '../ours/form.mjs';
