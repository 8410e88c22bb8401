/** The policy that a strict host may have. What the elements do under it needs no exception but Lit's own name. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** From here on the page is under the strict policy; what it refuses is collected. There is no way back. */
export function enforceStrictPolicy(): readonly string[] {
  const violations: string[] = [];
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, sourceFile, sample }) =>
      violations.push(`${effectiveDirective} ${sourceFile} ${sample}`),
  );
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  document.head.append(meta);
  return violations;
}
