// My page, figures: a creator's own files, what is kept of them, and who sees it.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FiguresAccounts } from '#app/components/figures-accounts.tsx';
import { FiguresHow } from '#app/components/figures-how.tsx';
import { FiguresImport } from '#app/components/figures-import.tsx';
import { FiguresImports, FiguresPosts } from '#app/components/figures-kept.tsx';
import { FiguresShown } from '#app/components/figures-shown.tsx';
import { MyPageNav } from '#app/components/my-page-nav.tsx';
import { Page, PageHeader } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { figuresPage } from '#shared/words/figures-page.ts';

export const meta: MetaFunction = () => [{ title: 'Cobrief' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const all = new URL(request.url).searchParams.has('all');
  const own = unwrap(await context.views.myFigures({ all }), request);
  return { own, actor: context.actor?.userId ?? '' };
}

export default function MyFigures() {
  const w = useWords(figuresPage);
  const { own, actor } = useLoaderData<typeof loader>();
  // Every command here tells this page too: nothing of it loads itself again.
  useLive([`person:${actor}`]);
  const isAnything =
    own.count + own.channels.length > 0 || own.brands.some(({ shown }) => shown !== 'nothing');
  return (
    <Page>
      <MyPageNav />
      <PageHeader title={w.title} intro={w.intro} />
      <FiguresImport own={own} actor={actor} />
      {own.count === 0 && <FiguresHow />}
      {isAnything && <FiguresShown own={own} actor={actor} />}
      <FiguresAccounts own={own} actor={actor} />
      <FiguresPosts own={own} actor={actor} />
      <FiguresImports own={own} actor={actor} />
      {own.count > 0 && <FiguresHow />}
    </Page>
  );
}
