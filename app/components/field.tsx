// Labelled controls: the hint and the error belong to the control and are read out with it.
import { OctagonAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';

const control =
  'w-full rounded-xl border border-edge bg-raised px-3 text-17 text-ink aria-invalid:border-2 aria-invalid:border-ink';

export interface Labelled {
  label: string;
  hint?: ReactNode | undefined;
  error?: string | null | undefined;
}

function Frame({
  id,
  label,
  hint,
  error,
  children,
}: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-15 font-medium text-ink">
        {label}
      </label>
      {children}
      {hint && !error && (
        <p id={`${id}-hint`} className="text-13 text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="flex gap-1.5 text-15 font-medium text-ink">
          <OctagonAlert className="mt-1 size-4 shrink-0" aria-hidden="true" />
          {error}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, { hint, error }: Labelled) {
  return {
    id,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': error ? `${id}-error` : hint ? `${id}-hint` : undefined,
  };
}

export function Field({
  label,
  hint,
  error,
  className = '',
  ...rest
}: Labelled & ComponentProps<'input'>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        {...describedBy(id, { label, hint, error })}
        className={`${control} h-11 ${className}`}
      />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  className = '',
  ...rest
}: Labelled & ComponentProps<'textarea'>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        rows={3}
        {...rest}
        {...describedBy(id, { label, hint, error })}
        className={`${control} py-2.5 leading-relaxed ${className}`}
      />
    </Frame>
  );
}

/** The platform's own list: the best one there is on a phone. */
export function Select({
  label,
  hint,
  error,
  className = '',
  ...rest
}: Labelled & ComponentProps<'select'>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        {...rest}
        {...describedBy(id, { label, hint, error })}
        className={`${control} h-11 pr-8 ${className}`}
      />
    </Frame>
  );
}

/** One tick or one of several: `type` is checkbox or radio. */
export function Choice({
  label,
  hint,
  className = '',
  ...rest
}: Omit<Labelled, 'error'> & ComponentProps<'input'>) {
  const id = useId();
  return (
    <div className={`flex min-h-11 items-start gap-3 py-2 ${className}`}>
      <input
        {...rest}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-5 shrink-0 accent-ink"
      />
      <div className="flex flex-col">
        <label htmlFor={id} className="text-15 font-medium text-ink">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-13 text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** What went wrong with the whole form, in a box: an error has a shape, not a hue. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p
      role="alert"
      className="flex gap-2 rounded-xl border-2 border-ink px-3 py-2.5 text-15 text-ink"
    >
      <OctagonAlert className="mt-1 size-4 shrink-0" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
