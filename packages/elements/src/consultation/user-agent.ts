/**
 * Browser and system in the words a help desk uses, e.g. "Chrome 131 di Windows", from a user agent string. Nothing
 * finer: a version to the last digit helps nobody and tells browsers apart.
 */
export function describeDevice(userAgent: string): string {
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent));
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0];
  if (browser === undefined) return system ?? '';
  const [name, pattern] = browser;
  const version = pattern.exec(userAgent)?.[1] ?? '';
  return [`${name} ${version}`.trim(), system].filter((part) => part !== undefined).join(' di ');
}

/** In this order: every browser also names the ones it descends from. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Edg(?:A|iOS)?\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Samsung Internet', /SamsungBrowser\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+)[\d.]* .*Safari/],
];

const systems: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad|iPod/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
];
