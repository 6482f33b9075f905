// One event socket a tab. Frames only name what changed; a page registers the topics it shows and
// is loaded again, at most four times a second. This file and app/collab are all that open sockets.
import { useFetchers, useRevalidator } from '@remix-run/react';
import type { Writer } from '#server/live.ts';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { useLooking } from './looking.ts';

/** A whisper has no number: it is not asked for again after a reconnect. */
interface Heard {
  seq?: number;
  kind: string;
  topic?: string;
  within?: string;
  who?: Writer;
}
type Listener = (frame: Heard) => void;

interface LiveChannel {
  listen(listener: Listener): () => void;
}

const silent: LiveChannel = { listen: () => () => undefined };
const Channel = createContext<LiveChannel>(silent);

const leastDelayMs = 500;
const mostDelayMs = 10_000;
const revalidateEveryMs = 250;

/** `after` is the sequence number the page was loaded at, so that nothing in between is missed. */
export function LiveProvider(props: { userId: string | null; after: number; children: ReactNode }) {
  const { userId, after, children } = props;
  const listeners = useRef(new Set<Listener>());
  const from = useRef(after);
  const looking = useRef<string | null>(null);
  const line = useRef<Line | null>(null);
  const channel = useMemo<LiveChannel>(
    () => ({
      listen(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [],
  );

  useEffect(() => {
    if (!userId) return;
    const opened = connect(userId, { from, looking }, (frame) => {
      for (const listener of listeners.current) listener(frame);
    });
    line.current = opened;
    return opened.close;
  }, [userId]);
  useLooking(
    useCallback((path) => {
      looking.current = path;
      line.current?.look();
    }, []),
  );

  return <Channel.Provider value={channel}>{children}</Channel.Provider>;
}

interface Line {
  /** Says what the tab shows now. */
  look(): void;
  close(): void;
}

interface Position {
  from: { current: number };
  looking: { current: string | null };
}

/** Keeps a socket open until it is closed; comes back with jitter. */
function connect(userId: string, { from, looking }: Position, tell: Listener): Line {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let delayMs = leastDelayMs;
  let ended = false;

  function open(): void {
    const url = new URL('/live', window.location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    url.search = new URLSearchParams({ actor: userId, after: `${from.current}` }).toString();
    socket = new WebSocket(url);
    socket.onopen = () => {
      delayMs = leastDelayMs;
      look();
    };
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(data as string) as Heard;
      from.current = Math.max(from.current, frame.seq ?? 0);
      tell(frame);
    };
    socket.onclose = ({ code }) => {
      // 4400-4499 is a refusal, not a fault: asking again would hear the same.
      if (ended || (code >= 4400 && code < 4500)) return;
      timer = setTimeout(open, delayMs * (0.5 + Math.random()));
      delayMs = Math.min(delayMs * 2, mostDelayMs);
    };
  }

  function look(): void {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send(JSON.stringify({ looking: looking.current }));
  }

  open();
  return {
    look,
    close() {
      ended = true;
      if (timer) clearTimeout(timer);
      socket?.close();
    },
  };
}

/** Calls `hear` whenever this topic was touched; for what is no part of the page's own data. */
export function useHear(topic: string, hear: () => void): void {
  const channel = useContext(Channel);
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(
    () =>
      channel.listen((frame) => {
        if (frame.topic === topic) latest.current();
      }),
    [channel, topic],
  );
}

/** Data of this page is on its way: what it will say may be older than what is asked for now. */
function useIsLoading(): boolean {
  const { state } = useRevalidator();
  const fetchers = useFetchers();
  return state !== 'idle' || fetchers.some((one) => one.state !== 'idle');
}

/**
 * Loads this page's data again when one of the topics changed; `draft:*` is every topic of that kind
 * that this person hears. A page that costs more to load says how often at most.
 */
export function useLive(topics: string[], everyMs = revalidateEveryMs): void {
  const channel = useContext(Channel);
  const { revalidate } = useRevalidator();
  const isLoading = useIsLoading();
  const latest = useRef({ revalidate, isLoading });
  latest.current = { revalidate, isLoading };
  const key = topics.join(' ');

  useEffect(() => {
    const wanted = new Set(key.split(' '));
    let timer: ReturnType<typeof setTimeout> | null = null;
    let last = 0;
    // One load that overtakes another takes it back half read, and the router then says so as an error.
    function reload(): void {
      timer = latest.current.isLoading ? setTimeout(reload, revalidateEveryMs) : null;
      if (timer) return;
      last = Date.now();
      latest.current.revalidate();
    }
    const stop = channel.listen(({ topic, seq }) => {
      if (!topic || seq === undefined || timer) return;
      if (!wanted.has(topic) && !wanted.has(topic.replace(/:.*/s, ':*'))) return;
      timer = setTimeout(reload, Math.max(0, last + everyMs - Date.now()));
    });
    return () => {
      stop();
      if (timer) clearTimeout(timer);
    };
  }, [channel, key, everyMs]);
}

/**
 * Hands over which topics within this one were touched, at most four times a second: for a page of a
 * thousand things that loads those few again. `load` answers when it is done; until then it gathers.
 */
export function useTouched(within: string, load: (topics: string[]) => Promise<void>): void {
  const channel = useContext(Channel);
  const isLoading = useIsLoading();
  const latest = useRef({ load, isLoading });
  useEffect(() => {
    latest.current = { load, isLoading };
  });
  useEffect(() => {
    const touched = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | null = null;
    let last = 0;
    let ended = false;
    function wait(): void {
      if (timer || ended || touched.size === 0) return;
      timer = setTimeout(() => void hand(), Math.max(0, last + revalidateEveryMs - Date.now()));
    }
    async function hand(): Promise<void> {
      last = Date.now();
      if (!latest.current.isLoading) {
        const topics = [...touched];
        touched.clear();
        await latest.current.load(topics);
      }
      timer = null;
      wait();
    }
    const stop = channel.listen((frame) => {
      if (frame.within !== within || !frame.topic) return;
      touched.add(frame.topic);
      wait();
    });
    return () => {
      ended = true;
      stop();
      if (timer) clearTimeout(timer);
    };
  }, [channel, within]);
}

/** Hears what is whispered under one topic for as long as the component stands. */
export function useWhisper(topic: string | null, hear: (who: Writer | null) => void): void {
  const channel = useContext(Channel);
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    if (topic === null) return;
    return channel.listen((frame) => {
      if (frame.seq === undefined && frame.topic === topic) latest.current(frame.who ?? null);
    });
  }, [channel, topic]);
}

/** Hears of events under these topics, where loading the whole page again would be too much. */
export function useTopics(topics: string[], hear: () => void): void {
  const channel = useContext(Channel);
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  const key = topics.join(' ');
  useEffect(() => {
    const wanted = new Set(key.split(' '));
    return channel.listen(({ topic, seq }) => {
      if (topic && seq !== undefined && wanted.has(topic)) latest.current();
    });
  }, [channel, key]);
}

/** Hears of every event that reaches this tab, whatever it is about. */
export function useEvents(hear: (topic: string) => void): void {
  const channel = useContext(Channel);
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(
    () =>
      channel.listen(({ topic, seq }) => {
        if (topic && seq !== undefined) latest.current(topic);
      }),
    [channel],
  );
}
