const TEMPLATE_EXPRESSION = /^[+#./;?&=,!@|]?[a-z0-9_.%]+(?::[1-9]\d{0,3}|\*)?$/i;

/** RFC 6570: literals with `{expressions}` between them. */
export function isUriTemplate(text: string): boolean {
  return text.split('{').every((piece, index) => {
    if (index === 0) return !/[}\s"<>\\^`|]/.test(piece);
    const [expression = '', literal, ...more] = piece.split('}');
    if (literal === undefined || more.length > 0 || /[\s"<>\\^`|]/.test(literal)) return false;
    const [first = '', ...rest] = expression.split(',');
    return [first, ...rest.map((name) => `+${name}`)].every((name) =>
      TEMPLATE_EXPRESSION.test(name),
    );
  });
}
