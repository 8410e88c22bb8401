import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../packages/elements/custom-elements.json';

setCustomElementsManifest(manifest);

const preview: Preview = {
  parameters: {
    layout: 'padded',
    controls: { expanded: true, sort: 'requiredFirst' },
    a11y: { test: 'error' },
    options: {
      storySort: { order: ['Mulai di sini', 'Tokens', 'Public', 'Staff', 'Shared', 'Engine'] },
    },
  },
  globalTypes: {
    locale: {
      description: 'Language of the elements',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'id', title: 'Bahasa Indonesia' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    scheme: {
      description: 'Colour scheme of the page around the elements',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: { locale: 'id', scheme: 'light' },
  decorators: [
    (story, { globals }) => {
      // The elements follow the page's language and colour scheme, as they would on a portal.
      const page = document.documentElement;
      page.lang = String(globals['locale']);
      page.style.colorScheme = String(globals['scheme']);
      document.body.style.background = globals['scheme'] === 'dark' ? '#14191d' : '#ffffff';
      return story();
    },
  ],
  // A property that a story does not set is documented, but turning it would change nothing.
  argTypesEnhancers: [
    ({ argTypes, initialArgs }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, type]) => [
          name,
          name in initialArgs || type.options !== undefined ? type : { ...type, control: false },
        ]),
      ),
  ],
  tags: ['autodocs'],
};

export default preview;
