// A creator's jobs: what is offered, what they are in and the day that comes next there.
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { HomeJob } from '#server/views/home.ts';
import { home } from '#shared/words/home.ts';
import { StatusPill } from './people.tsx';
import { Rows, Section } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export interface HomeJobsProps {
  title: string;
  jobs: HomeJob[];
  action?: ReactNode;
}

export function HomeJobs({ title, jobs, action }: HomeJobsProps) {
  return (
    <Section title={title} action={action}>
      <Rows>
        {jobs.map((job) => (
          <li key={job.briefId}>
            <Job job={job} />
          </li>
        ))}
      </Rows>
    </Section>
  );
}

function Job({ job }: { job: HomeJob }) {
  const words = useWords(home);
  const { state } = job;
  const states = {
    invited: words.invited,
    opened: words.invited,
    asked: words.asked,
    in: words.isIn,
    declined: words.declined,
    removed: words.removed,
  };
  return (
    <Link
      to={`/invite/${job.briefId}`}
      className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1.5 px-4 py-3 no-underline hover:bg-line/40"
    >
      <span className="flex min-w-0 flex-col">
        <span className="text-15 font-semibold text-ink">{job.title}</span>
        <span className="text-13 text-muted">{job.brandName}</span>
        {state === 'in' && <NextDay job={job} />}
      </span>
      <StatusPill turn={state === 'in' || state === 'removed' ? 'nobody' : 'creator'}>
        {states[state]}
      </StatusPill>
    </Link>
  );
}

function NextDay({ job: { next, open } }: { job: HomeJob }) {
  const words = useWords(home);
  const format = useFormat();
  const when = next && format.date(next.at, next.timeZone);
  const day = when && (next.kind === 'due' ? words.nextDue({ when }) : words.nextLive({ when }));
  const posts = open > 0 ? words.openPosts({ count: open }) : words.noOpenPosts;
  return <span className="text-13 text-muted">{[posts, day].filter(Boolean).join(' · ')}</span>;
}
