// Fields, buttons and what went wrong, for the forms around an account.
import { CircleCheck, OctagonAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';

const control =
  'h-11 w-full rounded-xl border border-line bg-paper px-3 text-[17px] text-ink aria-invalid:border-2 aria-invalid:border-ink';

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className'> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

/** A labelled input; its hint and its error are read out with it. */
export function Field({ label, hint, error, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-[15px] font-medium text-ink">
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={control}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
      />
      {hint && !error && (
        <p id={`${id}-hint`} className="text-[13px] text-muted">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-[15px] font-medium text-ink">
      <OctagonAlert className="mt-1 size-4 shrink-0" aria-hidden="true" />
      {children}
    </p>
  );
}

/** Something went wrong that belongs to no field. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p
      role="alert"
      className="flex items-start gap-2 rounded-xl border-2 border-ink px-3 py-2.5 text-[15px] text-ink"
    >
      <OctagonAlert className="mt-1 size-4 shrink-0" aria-hidden="true" />
      {children}
    </p>
  );
}

/** It worked. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="flex items-start gap-2 text-[15px] text-ink">
      <CircleCheck className="mt-1 size-4 shrink-0" aria-hidden="true" />
      {children}
    </p>
  );
}

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 text-[15px] font-semibold sm:min-h-10';
const looks = {
  brand: `${shape} bg-brand text-paper`,
  creator: `${shape} bg-creator text-paper`,
  quiet: `${shape} border border-line text-ink hover:border-ink`,
};

export interface PressProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** The hue of whoever acts; everything but the page's one action is quiet. */
  look?: keyof typeof looks;
  wide?: boolean;
}

export function Press({ look = 'quiet', wide = false, type = 'submit', ...button }: PressProps) {
  return <button {...button} type={type} className={`${looks[look]} ${wide ? 'w-full' : ''}`} />;
}

/** The look of a button for a link that acts. */
export const pressLook = looks;
export const textLink = 'font-medium text-ink underline underline-offset-[.3em]';
export const selectLook = `${control} pr-8`;
