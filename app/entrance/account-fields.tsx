// The three fields an account begins with.
import { useWords } from '#app/components/words.tsx';
import { maxPasswordLength, minPasswordLength } from '#shared/account-limits.ts';
import { auth } from '#shared/words/auth.ts';
import { Field } from '#app/components/field.tsx';
import { type Said, wordsFor } from './problems.ts';

export interface AccountFieldsProps {
  problem: Said | undefined;
  typed: { name: string; email: string } | undefined;
}

export function AccountFields({ problem, typed }: AccountFieldsProps) {
  const w = useWords(auth);
  return (
    <>
      <Field
        label={w.name}
        name="name"
        autoComplete="name"
        required
        defaultValue={typed?.name}
        error={wordsFor(w, problem, 'name')}
      />
      <Field
        label={w.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={typed?.email}
        error={wordsFor(w, problem, 'email')}
      />
      <Field
        label={w.password}
        hint={w.passwordHint({ min: minPasswordLength })}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={minPasswordLength}
        maxLength={maxPasswordLength}
        required
        error={wordsFor(w, problem, 'password')}
      />
    </>
  );
}
