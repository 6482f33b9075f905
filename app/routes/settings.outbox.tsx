import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Rows } from '#app/components/surface.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import { SettingsPage } from '#app/entrance/door.tsx';
import { unwrap } from '#app/unwrap.ts';
import { auth } from '#shared/words/auth.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return unwrap(await context.views.outbox({}), request);
}

type Notice = ReturnType<typeof useLoaderData<typeof loader>>['notices'][number];

export default function Outbox() {
  const w = useWords(auth);
  const { notices, sendsMail } = useLoaderData<typeof loader>();
  return (
    <SettingsPage title={w.outboxTitle} intro={sendsMail ? w.outboxIntro : w.outboxNoMail}>
      {notices.length === 0 ? (
        <p className="text-15 text-muted">{w.outboxEmpty}</p>
      ) : (
        <Rows>
          {notices.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </Rows>
      )}
    </SettingsPage>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const w = useWords(auth);
  const format = useFormat();
  const delivery = notice.sentAt
    ? w.outboxSent({ when: format.relative(notice.sentAt) })
    : notice.failedAt
      ? w.outboxFailed
      : notice.dueAt && notice.tries > 0
        ? w.outboxAgain({ when: format.relative(notice.dueAt) })
        : w.outboxWaiting;
  return (
    <li className="flex flex-col gap-1 px-4 py-4">
      <p className="break-words text-17 text-ink">{notice.subject}</p>
      <p className="text-13 text-muted">
        {notice.to && `${w.outboxTo({ name: notice.to })} · `}
        {format.relative(notice.createdAt)} · {delivery}
      </p>
      <p className="whitespace-pre-wrap break-words text-15 text-ink">
        {notice.secret ? w.outboxSecret : notice.body}
      </p>
    </li>
  );
}
