/** Types of served-portal.mjs, for its test. */
export function writeServedPortal(endpoint: string): string;
export function servedPage(html: string, endpoint: string): string;
