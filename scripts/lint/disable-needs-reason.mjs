/** Switching a rule off is fine when the next reader is told why: `eslint-disable-line x -- why`. */
export const disableNeedsReason = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Say after "--" why this rule does not apply here.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!/^\s*eslint-disable/.test(comment.value)) continue;
          if (/--\s*\S/.test(comment.value)) continue;
          // Reported on the line above, where the comment itself cannot silence it.
          context.report({ loc: { line: 1, column: 0 }, messageId: 'missing' });
        }
      },
    };
  },
};
