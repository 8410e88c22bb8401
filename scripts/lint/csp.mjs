/**
 * What would break, or need a hole in, a host page's Content-Security-Policy and Trusted Types:
 * strings that become code or markup, and styles written as attributes.
 */
export const cspPatterns = [
  {
    regex: String.raw`^lit(-html)?\/(directives\/(unsafe-html|unsafe-svg|unsafe-mathml|style-map)|static-html)(\.js)?$`,
    message: 'Text is text, and styles live in style sheets or custom properties: see the CSP.',
  },
];

const markup = 'Markup comes from Lit templates only; a string must never become markup.';
const styles = "Inline styles break the host's CSP: use a class, a part or a custom property.";

export const cspSyntax = [
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: markup,
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)$/]',
    message: markup,
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: markup,
  },
  {
    selector: String.raw`TemplateElement[value.raw=/\.(innerHTML|outerHTML|srcdoc)\s*=/]`,
    message: markup,
  },
  { selector: String.raw`TemplateElement[value.raw=/\sstyle\s*=/]`, message: styles },
  { selector: 'TemplateElement[value.raw=/<style/]', message: styles },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message: styles,
  },
  {
    selector: String.raw`TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\son[a-z]+\s*=/]`,
    message: 'Inline handlers break the CSP: write @event=${…}.',
  },
];

export const cspRules = {
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-script-url': 'error',
};
