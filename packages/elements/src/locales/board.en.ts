import { formatRange } from '../i18n/format.js';
import type { BoardTexts } from './board.js';

export const boardEn: BoardTexts = {
  heading: 'Queue calls',
  now: 'Queue number',
  goTo: 'Please go to',
  counter: (name) => (/\p{L}{2}/u.test(name) ? name : `Counter ${name}`),
  desk: 'Service desk',
  lastCalls: 'Last calls',
  number: 'Number',
  to: 'Counter',
  calling: 'being called',
  again: (times) => `call no. ${times}`,
  none: 'No calls yet',
  welcome: 'Welcome. Please take a seat; your number will be called.',
  next: 'Next',
  nobody: 'Nobody is waiting',
  waiting: (count) => `${count} waiting`,
  estimate: (from, until) =>
    from === 0
      ? `Estimated wait: up to ${until} min`
      : `Estimated wait: ${formatRange(from, until)} min`,
  noEstimate: 'The wait cannot be estimated yet',
  mayEndToday: 'may be longer than today’s hours',
  lost: (since) =>
    `No connection since ${since}. The numbers on this screen may be out of date; please listen for the staff.`,
  unsupported: 'This office’s data storage has no call board.',
  enableSound: 'Switch sound on',
  soundBlocked: 'The browser holds the sound back until this button is pressed.',
  soundFailed: 'This device cannot play the sound. The board still shows the calls.',
  soundElsewhere: 'Another tab of this device plays the sound.',
  soundOff: 'Sound is off',
  soundOn: 'Sound is on',
  mute: 'Switch sound off',
  unmute: 'Switch sound on',
  volume: 'Volume',
  test: 'Test the sound',
  controls: 'Sound of the board',
};
