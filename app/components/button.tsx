// Buttons and links that look like them. One filled button a screen, in the hue of whoever acts.
import { Link, type LinkProps } from '@remix-run/react';
import type { ComponentProps } from 'react';

const base =
  'inline-flex min-h-11 shrink-0 items-center justify-center gap-2 rounded-xl text-15 font-semibold no-underline transition-colors disabled:opacity-55 md:min-h-10';
const shape = `${base} px-4`;

const looks = {
  brand: `${shape} bg-brand text-paper hover:bg-brand/90`,
  creator: `${shape} bg-creator text-paper hover:bg-creator/90`,
  both: `${shape} bg-both text-paper hover:bg-both/90`,
  quiet: `${shape} border border-edge bg-raised text-ink hover:border-ink`,
  // No edge to be seen, so its words begin where the words around it do.
  plain: `${base} text-ink underline decoration-edge hover:decoration-ink`,
} as const;

export type ButtonLook = keyof typeof looks;

export interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
}

export function Button({ look = 'quiet', type = 'button', className = '', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`${looks[look]} ${className}`} />;
}

export function ButtonLink({
  look = 'quiet',
  className = '',
  ...rest
}: LinkProps & { look?: ButtonLook }) {
  return <Link {...rest} className={`${looks[look]} ${className}`} />;
}

/** A square button that shows only an icon; `label` is what it does. */
export function IconButton({
  label,
  className = '',
  ...rest
}: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={`inline-flex size-11 shrink-0 items-center justify-center rounded-xl text-ink hover:bg-line/60 md:size-10 ${className}`}
    />
  );
}
