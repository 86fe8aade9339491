import type { QueryClient } from '@tanstack/react-query';

const CHANNEL = 'dudao.stream';
const STREAM = '/api/notification/v1/stream';
const SOON = 300;

/**
 * One connection for all tabs of a browser: the tab that holds the lock listens and tells the others. Browsers have
 * locks on https and localhost only; elsewhere each tab listens for itself.
 */
export function listen(onMessage: (text: string) => void): () => void {
  const stopped = new AbortController();
  const others = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : undefined;
  others?.addEventListener('message', (event: MessageEvent<string>) => onMessage(event.data));
  const tell = (text: string) => {
    onMessage(text);
    others?.postMessage(text);
  };
  if (navigator.locks && others) {
    navigator.locks.request(CHANNEL, { signal: stopped.signal }, () => connect(tell, stopped.signal)).catch(() => undefined);
  } else {
    void connect(onMessage, stopped.signal);
  }
  return () => {
    stopped.abort();
    others?.close();
  };
}

function connect(tell: (text: string) => void, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let pause = 1_000;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(STREAM);
      source.addEventListener('open', () => {
        pause = 1_000;
        // Whatever came while nobody listened is fetched, not replayed.
        tell('');
      });
      for (const event of ['message', 'unread']) source.addEventListener(event, (said: MessageEvent<string>) => tell(said.data));
      source.addEventListener('error', () => {
        // A broken line is mended by the browser with Last-Event-ID; a refusal is not, so we ask again, less and less often.
        if (source?.readyState !== EventSource.CLOSED || stopped.aborted) return;
        again = setTimeout(open, pause);
        pause = Math.min(pause * 2, 60_000);
      });
    };
    stopped.addEventListener('abort', () => {
      clearTimeout(again);
      source?.close();
      resolve();
    });
    open();
  });
}

/** What others changed appears without a reload: a burst of messages refreshes each list once. */
export function refreshOnMessage(queries: QueryClient): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return listen(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const topic of ['messages', 'tasks', 'alerts', 'overview']) void queries.invalidateQueries({ queryKey: [topic] });
    }, SOON);
  });
}
