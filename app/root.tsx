// The document around every page: language, reader, event socket, and what to show when a page fails.
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useEffect, useState } from 'react';
import '@fontsource-variable/anuphan';
import { isErrorCode } from '#shared/errors.ts';
import { common } from '#shared/words/common.ts';
import { errors } from '#shared/words/errors.ts';
import { useOfflinePages } from './collab/offline-pages.ts';
import { ButtonLink } from './components/button.tsx';
import { Mark, Shell } from './components/shell.tsx';
import { Page } from './components/surface.tsx';
import { ReaderProvider } from './components/words.tsx';
import { LiveProvider } from './live.tsx';
import { useNonce } from './nonce.tsx';
import styles from './styles/app.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export const meta: MetaFunction = () => [{ title: 'Cobrief' }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor, locale, now, seq } = context;
  const unread = actor ? await context.views.unread() : null;
  const roster = actor ? await context.views.mayReadRoster() : null;
  return {
    actor,
    locale,
    now,
    seq,
    unread: unread?.ok ? unread.value : 0,
    hasRoster: roster?.ok === true && roster.value,
  };
}

/** Who reads changes by signing in or by changing settings: both are forms. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) =>
  formMethod !== undefined && formMethod !== 'GET';

export interface RouteHandle {
  /** No frame at all: the doors. */
  bare?: boolean;
  /** The page brings a top bar of its own. */
  topBar?: boolean;
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const nonce = useNonce();
  return (
    <html lang={root?.locale ?? 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="theme-color" content="#fdfcfa" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#131316" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        <ReaderProvider
          reader={{
            locale: root?.locale ?? 'en',
            calendar: root?.actor?.calendar ?? 'gregory',
            now: root?.now ?? 0,
          }}
        >
          <LiveProvider userId={root?.actor?.userId ?? null} after={root?.seq ?? 0}>
            {children}
          </LiveProvider>
        </ReaderProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const root = useRouteLoaderData<typeof loader>('root');
  const handle = useMatches().reduce<RouteHandle>(
    (all, match) => ({ ...all, ...(match.handle as RouteHandle | undefined) }),
    {},
  );
  useOfflinePages(root?.actor?.userId ?? null);
  if (handle.bare) return <Outlet />;
  return (
    <Shell
      actor={root?.actor ?? null}
      unread={root?.unread ?? 0}
      hasRoster={root?.hasRoster ?? false}
      topBar={handle.topBar !== false}
    >
      <Outlet />
    </Shell>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>('root');
  const table = errors[root?.locale ?? 'en'];
  const code = codeOf(error);
  const words = (code && table[code]) ?? table.unknown;
  const isKept = useKeptWords(root?.actor?.userId ?? null);
  return (
    <Page>
      <div className="flex flex-col items-start gap-4 pt-16">
        <p className="flex items-center gap-2 text-15 font-semibold">
          <Mark />
          {common[root?.locale ?? 'en'].product}
        </p>
        <h1 className="text-28">{words.title}</h1>
        <p className="max-w-prose text-17 text-muted">{words.way}</p>
        {isKept && <p className="max-w-prose text-17">{table.kept}</p>}
        <ButtonLink look="quiet" to="/" reloadDocument>
          {isKept ? table.seeKept : table.home}
        </ButtonLink>
      </div>
    </Page>
  );
}

/** Whether this device still holds words of theirs: a page that closed under its writer must say so. */
function useKeptWords(userId: string | null): boolean {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (!userId) return;
    // Loaded only here: the stores bring all of Yjs with them.
    void import('./collab/kept.ts').then(({ holdsWordsOf }) => setKept(holdsWordsOf(userId)));
  }, [userId]);
  return isKept;
}

function codeOf(error: unknown) {
  if (!isRouteErrorResponse(error)) return null;
  const code: unknown = (error.data as { code?: unknown } | null)?.code;
  if (isErrorCode(code)) return code;
  return error.status === 404 ? 'not-found' : null;
}
