/**
 * A function that gives its last answer again while it is asked with the same arguments. Panels render often and what
 * they render from changes seldom; a form that is given a new object would set itself up anew.
 */
export function memoLast<A extends readonly unknown[], R>(
  make: (...args: A) => R,
): (...args: A) => R {
  let last: { readonly args: A; readonly answer: R } | undefined;
  return (...args) => {
    const known = last;
    if (known !== undefined && args.every((arg, index) => Object.is(arg, known.args[index])))
      return known.answer;
    last = { args, answer: make(...args) };
    return last.answer;
  };
}
