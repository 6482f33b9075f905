// One piece of a file: its first words, and where it goes.
import { useState } from 'react';
import { type Passage, scriptOf, wordsOf } from '#shared/bring-in/passages.ts';
import { type FieldKind, fieldKinds, isFieldKind, isNeutral } from '#shared/fields.ts';
import { bringIn } from '#shared/words/bring-in.ts';
import { editor } from '#shared/words/editor.ts';
import { isLocale, type Locale } from '#shared/words/words.ts';
import { Select } from './field.tsx';
import { useWords } from './words.tsx';

interface PassageProps {
  passage: Passage;
  languages: readonly Locale[];
  /** Words stand where it goes: it stays out, or goes below them. */
  state: 'taken' | 'below' | null;
  onChange(passage: Passage): void;
}

export function BringInPassage({ passage, languages, state, onChange }: PassageProps) {
  const w = useWords(bringIn);
  const names = useWords(editor);
  const { title, field } = passage;
  const isOut = field === null || state === 'taken';
  return (
    <div className="flex flex-col gap-2 py-4">
      <p className="text-13 text-muted">{title === '' ? w.noHeading : w.under({ title })}</p>
      <Words passage={passage} isOut={isOut} />
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        <Select
          label={w.goesTo}
          value={field ?? ''}
          hint={state ? w[state] : undefined}
          onChange={({ currentTarget }) => onChange(moved(passage, currentTarget.value, languages))}
        >
          <option value="">{w.leave}</option>
          {fieldKinds.map((kind) => (
            <option key={kind} value={kind}>
              {names[kind]}
            </option>
          ))}
        </Select>
        {field && hasLanguages(field) && languages.length > 1 && (
          <Select
            label={w.inLanguage}
            value={passage.lang ?? ''}
            onChange={({ currentTarget: { value } }) =>
              isLocale(value) && onChange({ ...passage, lang: value })
            }
          >
            {languages.map((lang) => (
              <option key={lang} value={lang}>
                {lang === 'th' ? names.languageTh : names.languageEn}
              </option>
            ))}
          </Select>
        )}
      </div>
    </div>
  );
}

const hasLanguages = (field: FieldKind) => field !== 'points' && !isNeutral(field);

function moved(passage: Passage, value: string, languages: readonly Locale[]): Passage {
  if (!isFieldKind(value)) return { ...passage, field: null };
  const lang = hasLanguages(value) ? (passage.lang ?? languageFor(passage, languages)) : null;
  return { ...passage, field: value, lang };
}

const languageFor = ({ said }: Passage, languages: readonly Locale[]): Locale | null => {
  const own = scriptOf(said.map(({ runs }) => wordsOf(runs)).join(' '));
  return languages.includes(own) ? own : (languages[0] ?? null);
};

/** More than this is folded until it is asked for. */
const maxShown = 280;

function Words({ passage, isOut }: { passage: Passage; isOut: boolean }) {
  const w = useWords(bringIn);
  const [isWhole, setWhole] = useState(false);
  const text = passage.said
    .map(({ kind, runs }) => (kind === 'item' ? `• ${wordsOf(runs)}` : wordsOf(runs)))
    .join('\n');
  const isLong = text.length > maxShown;
  return (
    <div>
      <p className={`text-15 break-words whitespace-pre-line ${isOut ? 'text-muted' : 'text-ink'}`}>
        {isLong && !isWhole ? `${text.slice(0, maxShown).trimEnd()}…` : text}
      </p>
      {isLong && (
        <button
          type="button"
          className="min-h-11 text-13 font-medium underline decoration-edge"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? w.less : w.more}
        </button>
      )}
    </div>
  );
}
