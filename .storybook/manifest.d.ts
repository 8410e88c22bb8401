// Written by `npm run build` and `npm run storybook`; absent in a fresh clone.
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}

// Vite gives a file's text for this suffix.
declare module '*.md?raw' {
  const text: string;
  export default text;
}
