// What the rules found in the post: what must be fixed, what is worth a look, what is in order, each
// with its reason and its source. The creator can put in what is missing; the brand sees the same.
import { Check, Eye, OctagonAlert } from 'lucide-react';
import { useId } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import type { Finding, FindingSource, Insert, Passed, RuleReading } from '#shared/rules.ts';
import { mustFix } from '#shared/rules.ts';
import { post } from '#shared/words/post.ts';
import { ruleWords, rulesPage } from '#shared/words/rules.ts';
import { Button } from './button.tsx';
import { useNames } from './use-names.ts';
import { useFormat, useWords } from './words.tsx';

export interface RulesProps {
  page: OpenPost;
  /** Null until the text is there. */
  reading: RuleReading | null;
  onShow(finding: Finding): void;
  /** Left out where this person may not write. */
  onInsert?: ((insert: Insert) => void) | undefined;
}

/** `isTitled`: what it stands in has said what it is. */
export function RulesPanel(props: RulesProps & { isTitled?: boolean }) {
  const { page, reading, isTitled = false } = props;
  const w = useWords(rulesPage);
  const title = useId();
  const isEmpty = reading?.findings.length === 0 && reading.passed.length === 0;
  const stops = reading ? mustFix(reading) : [];
  const rest = reading?.findings.filter(({ level }) => level === 'worth-a-look') ?? [];
  return (
    <section
      aria-labelledby={title}
      tabIndex={-1}
      data-rules
      className="flex scroll-mt-40 flex-col gap-3 outline-none"
    >
      <h2 id={title} className={isTitled ? 'sr-only' : 'text-15 font-semibold'}>
        {w.checked}
      </h2>
      {isEmpty && (
        <p className="text-15 text-muted">{page.side === 'creator' ? w.empty : w.emptyBrand}</p>
      )}
      <Findings {...props} title={w.mustFix} findings={stops} />
      <Findings {...props} title={w.worthALook} findings={rest} />
      {reading && <PassedList page={page} passed={reading.passed} />}
      <p className="text-13 text-muted">{w.notAdvice}</p>
    </section>
  );
}

/** Those that stop sending, for the dialog that would send. */
export function Stops(props: RulesProps & { findings: Finding[] }) {
  const w = useWords(rulesPage);
  const { findings } = props;
  if (findings.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-15 font-semibold">{w.stops({ count: findings.length })}</p>
      <List {...props} findings={findings} />
    </div>
  );
}

function Findings(props: RulesProps & { title: string; findings: Finding[] }) {
  const { title, findings } = props;
  if (findings.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-13 font-medium text-muted">
        {title} ({findings.length})
      </h3>
      <List {...props} findings={findings} />
    </div>
  );
}

function List({ findings, ...props }: RulesProps & { findings: Finding[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {findings.map((finding) => (
        <FindingRow key={keyOf(finding)} {...props} finding={finding} />
      ))}
    </ul>
  );
}

/** The same rule may be broken in several places of a text and of the world. */
const keyOf = ({ rule, part, start, values }: Finding) =>
  `${rule} ${part} ${start} ${values['place'] ?? ''} ${values['what'] ?? values['words'] ?? ''}`;

/** Shapes, not hues: an octagon in a heavy edge stops, an eye in a light one does not. */
function FindingRow({ page, finding, onShow, onInsert }: RulesProps & { finding: Finding }) {
  const w = useWords(rulesPage);
  const say = useFindingWords();
  const { level, insert, start, end, byHand } = finding;
  const isStop = level === 'must-fix';
  const Icon = isStop ? OctagonAlert : Eye;
  return (
    <li
      data-rule={finding.rule}
      className={`flex gap-2.5 rounded-xl px-3 py-2.5 ${isStop ? 'border-2 border-ink' : 'border border-line'}`}
    >
      <Icon className="mt-1 size-4 shrink-0" aria-hidden="true" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="text-15">{say(finding)}</p>
        <p className="text-13 text-muted">
          {byHand && w.yourself}
          {byHand && finding.rule !== 'no-rule' && ' · '}
          {finding.rule !== 'no-rule' && <Source page={page} source={finding.source} />}
        </p>
        <div className="flex flex-wrap gap-x-4 gap-y-1 empty:hidden">
          {insert && onInsert && (
            <Button onClick={() => onInsert(insert)}>
              {finding.rule.startsWith('label')
                ? w.addFirst({ what: insert.what })
                : w.add({ what: insert.what })}
            </Button>
          )}
          {end > start && (
            <Button look="plain" onClick={() => onShow(finding)}>
              {w.show}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

function Source({ page, source }: { page: OpenPost; source: FindingSource }) {
  const w = useWords(rulesPage);
  if (source.kind === 'guidelines') return <>{w.guidelines({ n: page.guidelines?.n ?? 1 })}</>;
  const { name, date, url, standing } = source;
  const trust = standing === 'primary' ? null : w[`standing-${standing}`];
  const what = [name, date, trust].filter((one) => one !== null && one !== '').join(', ');
  const text = w.source({ what });
  if (url === null) return <>{text}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}

function PassedList({ page, passed }: { page: OpenPost; passed: Passed[] }) {
  const w = useWords(rulesPage);
  const say = usePassedWords();
  if (passed.length === 0) return null;
  return (
    <details>
      <summary className="flex min-h-11 items-center text-15 md:min-h-8">
        {w.passed} ({passed.length})
      </summary>
      <ul className="flex flex-col gap-1.5 pt-1">
        {passed.map((one) => (
          <li key={say(one)} className="flex gap-2.5 text-15">
            <Check className="mt-1 size-4 shrink-0" aria-hidden="true" />
            <span className="min-w-0">
              {say(one)}
              <span className="block text-13 text-muted">
                <Source page={page} source={one.source} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Values as people read them: places by name, numbers as the reader writes them. */
function useReadable(): (values: Finding['values']) => Record<string, string> {
  const format = useFormat();
  const names = useNames();
  return (values) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => {
        if (typeof value === 'number') return [key, format.number(value)];
        return [key, key === 'place' ? names.place(value) : value];
      }),
    );
}

function useFindingWords(): (finding: Finding) => string {
  const w = useWords(ruleWords);
  const readable = useReadable();
  return ({ rule, values }) => w[rule](readable(values));
}

function usePassedWords(): (passed: Passed) => string {
  const w = useWords(rulesPage);
  const parts = useWords(post);
  const readable = useReadable();
  return ({ rule, values }) => {
    const { place = '', words = '', what = '', count = '', max = '' } = readable(values);
    if (rule === 'label') return w.passedLabel({ place, words });
    if (rule === 'mandatory') return w.passedMandatory({ what });
    if (rule === 'forbidden') return w.passedForbidden;
    const part = values['part'] === 'title' ? parts.title : parts.caption;
    return w.passedLength({ part, count, max });
  };
}

/** One line at the foot that opens the list. */
export function RulesLine({ reading, onOpen }: { reading: RuleReading | null; onOpen(): void }) {
  if (!reading || saysNothing(reading)) return null;
  return (
    <button
      type="button"
      data-rules-line
      // The keyboard stays where it is until the list has opened.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onOpen}
      className="inline-flex min-h-11 items-center md:min-h-8"
    >
      <RulesSummary reading={reading} />
    </button>
  );
}

const saysNothing = ({ findings, passed }: RuleReading) =>
  findings.length === 0 && passed.length === 0;

/** The same line where there is nothing to open. */
export function RulesSummary({ reading }: { reading: RuleReading }) {
  const w = useWords(rulesPage);
  const stops = mustFix(reading).length;
  const looks = reading.findings.filter((one) => one.level !== 'must-fix' && !one.byHand).length;
  const Icon = stops > 0 ? OctagonAlert : looks > 0 ? Eye : Check;
  const words =
    stops > 0
      ? w.footMustFix({ count: stops })
      : looks > 0
        ? w.footWorth({ count: looks })
        : w.footFine;
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-13 whitespace-nowrap ${stops > 0 ? 'font-semibold' : 'text-muted'}`}
    >
      <Icon className="size-4" aria-hidden="true" />
      {words}
    </span>
  );
}
