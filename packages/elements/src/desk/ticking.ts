import type { ReactiveController, ReactiveControllerHost } from 'lit';

const everyMs = 30_000;
const hosts = new Set<ReactiveControllerHost>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  for (const host of hosts) host.requestUpdate();
}

/** One timer for all clocks on the page, and none while nobody looks at it. */
function adjust(): void {
  const wanted = hosts.size > 0 && document.visibilityState === 'visible';
  if (wanted === (timer !== undefined)) return;
  if (wanted) {
    timer = setInterval(tick, everyMs);
  } else {
    clearInterval(timer);
    timer = undefined;
  }
}

function handleVisibility(): void {
  // What was hidden for a while shows old minutes; it is set right before anyone reads it.
  if (document.visibilityState === 'visible') tick();
  adjust();
}

/** Renders its host again each half minute, as long as it is on a visible page: what it shows depends on the time. */
export class TickingController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (hosts.size === 0) document.addEventListener('visibilitychange', handleVisibility);
    hosts.add(this.#host);
    adjust();
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size === 0) document.removeEventListener('visibilitychange', handleVisibility);
    adjust();
  }
}
